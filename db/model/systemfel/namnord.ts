/**
 * What a name looks like to the guard of brister: first names common in Sweden (public name statistics), the endings that
 * surnames are made with, and words that begin with a capital without being anybody.
 */

const FORNAMN = `
Adam Agneta Ahmad Ahmed Albin Aleksandra Alexander Alexandra Alf Alfred Ali Alice Alicia Alma Alva Amanda Amelia Amina Amir Anders Andreas Anette Angelica Anita Anja Ann Anna Anne Anneli Annelie
Annette Annica Annika Anton Arne Arvid Astrid August Axel Barbro Bengt Benjamin Berit Bernt Bertil Birgit Birgitta Bjarne Britt Britta Camilla Carin Carina Carl Carolina Caroline Cecilia Charlotte
Charlotta Christer Christian Christina Christoffer Claes Clara Conny Dan Daniel David Dennis Diana Ebba Eddie Edith Edvin Einar Elias Elin Elina Elisabet Elisabeth Ella Ellen Elsa Elvira Emelie
Emil Emilia Emily Emma Eric Erica Erik Erika Erland Ester Eva Evelina Fadi Fatima Felicia Felix Filip Filippa Folke Frank Fredrik Frida Gabriel Gabriella Georg Gerd Gerhard Gert Gudrun Gun
Gunilla Gunnar Gunnel Gustaf Gustav Göran Gösta Hampus Hanna Hannah Hannes Hans Harald Harry Hassan Hedvig Helen Helena Helene Helga Henrik Henry Hilda Hilma Hjalmar Hodan Holger Hugo Hussein Håkan
Ibrahim Ida Ingegerd Ingela Inger Ingmar Ingrid Ingvar Irene Iris Isabella Isabelle Isak Ivan Ivar Jacob Jakob Jan Janne Jasmine Jean Jennie Jenny Jens Jerker Jessica Jimmy Joakim Johan Johanna
Johannes John Johnny Jonas Jonathan Josef Josefin Josefina Josefine Joseph Julia Julian Jörgen Kaj Karin Karl Karolina Katarina Katarzyna Kenneth Kent Kerstin Kevin Khadija Khalid Kicki Kim Kjell Klara Klas
Kristian Kristina Kristoffer Kurt Lars Lasse Leif Leila Lena Lennart Leo Leon Lia Liam Lilian Lillemor Lina Linda Linn Linnea Linnéa Linus Lisa Lisbeth Louise Lova Lovisa Lucas Ludvig Lukas Lydia Lena Leyla
Magnus Maja Majken Malin Malte Maria Mariam Marianne Marie Marina Mario Marita Markus Marcus Marlene Martin Mathias Mathilda Matilda Matteo Mattias Maud Max Maximilian Mehmet Melker Melvin Mia Michael Michaela Mikael
Milo Miriam Mirjam Moa Mohamad Mohamed Mohammad Mohammed Mona Monica Monika Mustafa Märta Nadia Nathalie Nelly Niclas Niklas Nils Nina Noah Noel Nora Nour Ola Olga Olivia Olle Olof Omar Oscar Oskar Osman Otto Ove
Patricia Patrik Paul Paula Pauline Pernilla Peter Petra Petter Philip Pia Pontus Ragnar Rasmus Rebecca Rebecka Reza Rickard Rikard Robert Robin Roger Roland Rolf Ronja Ronny Rosa Rose Rune Ruth Said Samir
Samuel Sandra Sanna Sara Sarah Sebastian Selma Signe Sigrid Sigvard Simon Siv Sofia Sofie Sonja Stefan Stella Stig Stina Sture Susann Susanna Susanne Svante Sven Svea Sylvia Sören Tage Tanja Teodor Teresa Therese Thomas
Thea Theo Tilda Tim Tina Tobias Tom Tomas Tomasz Tommy Tone Tony Tore Torsten Tove Tuula Tyra Ulf Ulla Ulrica Ulrika Urban Ursula Valter Vera Verner Veronica Victor Victoria Vidar Viggo Viktor Viktoria Vilhelm Vilma Vincent
Viola Virpi Viveka Walter Wilhelm Wilma William Yasmin Yngve Yusuf Yvonne Zahra Zainab Zara Åke Åsa Örjan Östen
`
/** First names that are words too: alone at the beginning of a sentence they say nothing. */
const TVETYDIGA = 'Bo Björn Dag Even Gun Ida Kaj Kim Kent Liv Love Lova My Max Per Pär Pelle Rose Saga Siv Sol Stella Sten Svea Tage Tim Tone Tore Ture Tyra Urban Ville Viola Vera Åsa Linn Rosa Frank Iris'

export const FORNAMNEN: ReadonlySet<string> = new Set(`${FORNAMN} ${TVETYDIGA}`.split(/\s+/u).filter(Boolean))
export const TVETYDIGA_FORNAMN: ReadonlySet<string> = new Set(TVETYDIGA.split(' '))

/** What Swedish surnames end with; a word of at least six letters. */
export const EFTERNAMNSSLUT = /(?:s?son|dotter|berg|borg|ström|kvist|qvist|lund|lind|gren|blad|stedt|strand|holm|dahl|mark|man|löf|löv|sjö|berger|ovic|ević|ić|vski|ska|zadeh|poor|nejad)$/u

/**
 * Words with a capital that belong to nobody: authorities, associations, days, programs. Kommuner and län are added by the
 * guard. What ends as authorities do (…kassan, …verket, …förbundet) needs no row.
 */
export const INGENS_NAMN: ReadonlySet<string> = new Set(`
Norra Södra Östra Västra Mellersta Region Regionen Regionens Kommun Kommunen Kommunens Län Länet Stad Staden Sverige Sveriges Svenska Europa Nordiska Norden Dalarna Skaraborg Norrland Svealand Götaland Värmland Västmanland Östergötland Västergötland Småland Skåne Blekinge Halland Gotland Bohuslän
Medelpad Ångermanland Hälsingland Gästrikland Härjedalen Jämtland Lappland Västerbotten Norrbotten Närke Uppland Södermanland Dalsland Öland Sörmland Bergslagen Roslagen Siljan Gävleborg Jönköping Kronoberg
BankID Freja Mina Sidor Mitt 1177 FK AF AFI IVO LSS SoL SKR SIP JO HSL OSL RSMH NSPH Attention Schizofreniförbundet Brukarstödcentrum Fountain House Socialstyrelsen Länsstyrelsen Försäkringskassan Arbetsförmedlingen Kronofogden Kronofogdemyndigheten
Skatteverket Pensionsmyndigheten Migrationsverket Kriminalvården Överförmyndaren Överförmyndarnämnden Socialtjänsten Socialnämnden Psykiatrin Öppenvården Vårdcentralen Primärvården Boendestödet Komvux Samhall Swish Kivra Digipost Postnord
Januari Februari Mars April Maj Juni Juli Augusti September Oktober November December Måndag Tisdag Onsdag Torsdag Fredag Lördag Söndag Jul Påsk Pingst Midsommar Personligt Ombud Ombudet Ombuden PO
`.split(/\s+/u).filter(Boolean))
export const MYNDIGHETSSLUT = /(?:kassan|verket|myndigheten|styrelsen|nämnden|förmedlingen|tjänsten|vården|förbundet|förbund|kommunen|kommun|regionen|domstolen|rätten|mottagningen|teamet|gruppen|enheten|centralen|sjukhuset|bolaget|hemmet|gården|programmet|stödet|lagen|förordningen|skolan|banken)s?$/u
