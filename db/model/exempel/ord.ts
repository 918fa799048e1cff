import type { Slump } from './slump.ts'

/** Names, telephone numbers and sentences of people who do not exist. */

export const KVINNONAMN = [
  'Maja', 'Birgitta', 'Sofia', 'Eva', 'Lena', 'Karin', 'Amina', 'Ingrid', 'Emma', 'Fatima', 'Kerstin', 'Linnea', 'Zahra', 'Ulla', 'Johanna', 'Marie', 'Elin', 'Agneta', 'Hanna', 'Leyla',
  'Monica', 'Sara', 'Anneli', 'Ida', 'Gunilla', 'Nadia', 'Therese', 'Marianne', 'Julia', 'Hodan', 'Camilla', 'Britt', 'Alva', 'Susanne', 'Yasmin', 'Viktoria', 'Tuula', 'Lovisa', 'Irene', 'Katarzyna',
] as const
export const MANSNAMN = [
  'Erik', 'Ali', 'Lars', 'Johan', 'Mikael', 'Anders', 'Hassan', 'Per', 'Gustav', 'Peter', 'Omar', 'Karl', 'Daniel', 'Bengt', 'Mohammed', 'Viktor', 'Stefan', 'Hans', 'Emil', 'Ibrahim',
  'Jonas', 'Göran', 'Alexander', 'Reza', 'Thomas', 'Lennart', 'Simon', 'Kjell', 'Abdi', 'Oskar', 'Rolf', 'Niklas', 'Jussi', 'Axel', 'Ulf', 'Samuel', 'Roger', 'Mattias', 'Åke', 'Tomasz',
] as const
export const EFTERNAMN = [
  'Ekdahl', 'Östlund', 'Hosseini', 'Lindqvist', 'Sandberg', 'Nordin', 'Hedman', 'Ahmed', 'Bergström', 'Sjöberg', 'Åkerman', 'Wallin', 'Dahlgren', 'Haddad', 'Norling', 'Strand', 'Forsman', 'Yilmaz', 'Hägg', 'Lövgren',
  'Söderlund', 'Nyberg', 'Osman', 'Engdahl', 'Backman', 'Virtanen', 'Rask', 'Holmgren', 'Khalil', 'Öberg', 'Fransson', 'Melin', 'Jansdotter', 'Kowalska', 'Sundin', 'Ågren', 'Hallberg', 'Tesfaye', 'Brolin', 'Wikström',
  'Danielsson', 'Myrén', 'Hellström', 'Petrovic', 'Källström', 'Ödman', 'Rosén', 'Barzani', 'Flink', 'Törnqvist',
] as const

/** First name by kön; whoever wants none stated gets either. */
export function fornamn(slump: Slump, kon: string): string {
  const kvinna = kon === 'kvinna' || (kon !== 'man' && slump.chans(0.5))
  return slump.en(kvinna ? KVINNONAMN : MANSNAMN)
}

/** The numbers that Post- och telestyrelsen keeps for films and books: they lead to nobody. */
export function telefonnummer(slump: Slump): string {
  const serie = slump.mellan(605, 699)
  return `070-174 0${String(serie)[0]} ${String(serie).slice(1)}`
}

/** What a client wants, in the client's own words, by livsområde. */
export const MAL: Readonly<Record<string, readonly string[]>> = {
  boende: ['Jag vill bo själv och slippa vara rädd för posten.', 'Jag vill få bo kvar där jag bor.', 'Jag vill ha en lägenhet med eget kontrakt.', 'Det ska gå att bjuda hem någon utan att skämmas.'],
  ekonomi: ['Jag vill veta vad jag har att leva på varje månad.', 'Pengarna ska räcka till den 25:e.', 'Jag vill förstå beslutet från Försäkringskassan.', 'Jag vill slippa söka pengar på nytt varje månad utan hjälp.'],
  skulder: ['Jag vill öppna alla kuvert och få en plan.', 'Jag vill söka skuldsanering och orka hela vägen.', 'Jag vill veta hur mycket jag är skyldig och till vem.'],
  vard: ['Jag vill ha samma läkare mer än en gång.', 'Jag vill våga gå till vårdcentralen.', 'Vården ska prata med varandra så att jag slipper vara budbärare.', 'Jag vill få den utredning jag har väntat på.'],
  lakemedel: ['Jag vill förstå vad jag tar och varför.', 'Jag vill kunna säga hur medicinen känns och bli trodd.'],
  sysselsattning: ['Jag vill ha något att gå till på dagarna.', 'Jag vill prova att jobba några timmar i veckan.', 'Jag vill läsa klart det jag började på.', 'Jag vill hitta en praktik där det är lugnt.'],
  socialtjanst: ['Jag vill att boendestödet kommer när de har sagt.', 'Jag vill ha en handläggare som ringer tillbaka.', 'Jag vill söka kontaktperson.', 'Jag vill att insatserna hänger ihop.'],
  myndighetskontakter: ['Jag vill inte vara ensam på mötena.', 'Jag vill kunna ringa myndigheter utan att må dåligt i en vecka.', 'Jag vill svara på breven i tid.'],
  rattshjalp: ['Jag vill överklaga och bli hörd.', 'Jag vill veta vad jag har rätt till.'],
  familj: ['Jag vill få kontakt med min syster igen.', 'Jag vill kunna säga nej hemma.'],
  foraldraskap: ['Jag vill att barnen ska kunna vara hos mig på helgerna.', 'Jag vill vara med på barnens möten i skolan.'],
  socialt_natverk: ['Jag vill ha någon att fika med.', 'Jag vill komma ut en gång i veckan.', 'Jag vill börja i kören igen.'],
  digital_delaktighet: ['Jag vill ha BankID och våga använda det.', 'Jag vill klara apoteket och banken på telefonen.'],
  annat: ['Jag vill komma i ordning.', 'En sak i taget, i min takt.'],
}

/** Why an uppdrag is prolonged. */
export const FORLANGNINGSSKAL = [
  'väntar på beslut om bostad', 'beslutet om sjukersättning är överklagat', 'ansökan om skuldsanering ligger hos Kronofogden', 'ny handläggare på socialtjänsten, planeringen behöver göras om',
  'utredningen har dragit ut på tiden', 'boendestödet har inte kommit i gång', 'behöver följa med till första mötena på den nya arbetsplatsen', 'målet är nära men inte framme',
  'väntar på tid hos psykiatrin', 'överlämningen till kontaktpersonen är inte klar', 'sjukdom gjorde att vi kom av oss', 'flytten blir av först om två månader',
] as const
