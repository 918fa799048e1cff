const tal = (antal: number) => new Intl.NumberFormat('sv-SE').format(antal)
const antal = (n: number, ental: string, flertal: string) => `${tal(n)} ${n === 1 ? ental : flertal}`

/** Texts of the import. What is wrong in a file is said by the check itself (db/model/importera/texter.ts). */
export const importera = {
  rubrik: 'Importera ett register',
  under: 'Inget sparas förrän filen är kontrollerad och du har valt Importera.',
  steg: (nu: number, namn: string) => `Steg ${nu} av 4: ${namn}`,
  stegnamn: ['Välj fil', 'Para ihop kolumnerna', 'Kontrollera och importera', 'Klart'],
  tillKontoret: 'Till kontoret',
  borjaOm: 'Välj en annan fil',

  fil: {
    etikett: 'Registret',
    hjalp: 'En Excelfil (xlsx) eller csv. Första raden har kolumnnamnen, och varje rad är en kontakt och det uppdrag den ledde till.',
    laser: 'Läser filen',
    mallRubrik: 'Mall',
    mallText: 'Mallen är en Excelfil med rätt kolumner och listor att välja ur. Enhetens egna kolumnnamn går också bra: de paras ihop i nästa steg.',
    hamtaMall: 'Hämta mallen',
    mallHamtad: 'Mallen är hämtad',
    innehallRubrik: 'Vad som tas in',
    innehall: [
      'Namn och telefon förseglas till klientens ombud. Den som importerar kan inte läsa dem efteråt.',
      'Personnummer tas aldrig in, bara födelseår.',
      'Inget av det som står i andra kolumner tas med.',
    ],
  },

  parning: {
    rubrik: 'Kolumnerna i filen',
    sammanfattning: (filnamn: string, rader: number) => `${filnamn}, ${antal(rader, 'rad', 'rader')}`,
    kolumn: 'I filen',
    exempel: 'Exempel',
    blir: 'I Lotsen',
    tasInteMed: 'Tas inte med',
    valjFor: (namn: string) => `${namn} blir`,
    personnummerExempel: 'personnummer, visas inte',
    tomt: 'tom',
    dubbel: (kolumn: string) => `${kolumn} är valt för flera kolumner i filen. Välj den bara för en.`,
    saknas: (kolumner: string) => `Välj vilken kolumn i filen som är ${kolumner}.`,

    personnummerRubrik: 'Personnummer',
    personnummer: (kolumn: string) => `Personnummer hittades i kolumnen ”${kolumn}”`,
    behall: 'Behåll bara födelseåret',
    behallHjalp: 'Numren tas bort innan något kontrolleras eller sparas. I en kolumn med annan text försvinner bara numret.',
    behallKrav: (kolumn: string) => `Välj att bara behålla födelseåret i ”${kolumn}”, eller ta inte med kolumnen.`,

    datumRubrik: 'Datum',
    datumLases: 'Läses som',
    inget: 'inga datum',
    otolkade: (n: number) => (n === 1 ? 'En cell är inget datum.' : `${tal(n)} celler är inga datum.`),
    exempelrad: (text: string, dag: string) => `”${text}” blir ${dag}`,
    ordning: (kolumn: string) => `Hur är datumen i ”${kolumn}” skrivna?`,
    dagForst: 'Dagen först',
    manadForst: 'Månaden först',
    ordningKrav: (kolumn: string) => `Välj om dagen eller månaden står först i ”${kolumn}”.`,

    kontrollera: 'Kontrollera filen',
    laserOm: 'Läser om',
  },

  kontroll: {
    forbereder: 'Kontrollerar filen',
    felRubrik: (n: number) => (n === 1 ? 'Ett fel att rätta' : `${tal(n)} fel att rätta`),
    felText: 'Inget har sparats. Rätta i filen, spara den och välj den igen.',
    rad: 'Rad',
    kolumn: 'Kolumn',
    fel: 'Vad som behöver rättas',
    fler: (visade: number, alla: number) => `De första ${tal(visade)} av ${tal(alla)} visas. Resten följer med när listan kopieras.`,
    kopieraVad: 'listan med fel',
    kopierahuvud: 'Rad\tKolumn\tFel',
    valjIgen: 'Välj filen igen',
    andraParning: 'Ändra kolumnerna',

    redoRubrik: 'Filen är klar att importera',
    redoText: 'Inget har sparats ännu.',
    rader: 'Rader',
    klienter: 'Klienter',
    uppdrag: 'Uppdrag',
    kontakter: 'Kontakter',
    upplysningar: 'Att veta innan',
    upplysningsrader: (rader: readonly number[], visade: number) =>
      rader.length === 1 ? `Rad ${rader[0]}` : rader.length <= visade ? `Raderna ${rader.join(', ')}` : `Raderna ${rader.slice(0, visade).join(', ')} och ${tal(rader.length - visade)} till`,
    importera: (klienter: number, kontakter: number) => `Importera ${antal(klienter, 'klient', 'klienter')} och ${antal(kontakter, 'kontakt', 'kontakter')}`,
    importerar: 'Importerar',
    ingaRader: 'Filen har inga rader att importera.',
  },

  klart: {
    rubrik: 'Registret är importerat',
    text: (klienter: number, uppdrag: number, kontakter: number) =>
      `${antal(klienter, 'klient', 'klienter')}, ${antal(uppdrag, 'uppdrag', 'uppdrag')} och ${antal(kontakter, 'kontakt', 'kontakter')} finns nu i kontoret.`,
    kallfil: (fil: string) => `Källfilen ${fil} finns kvar på datorn`,
    kallfilText: 'Radera den och töm papperskorgen, eller lägg den i säkert förvar. Tänk också på kopior i e-post och på nätverksmappar.',
    namn: 'Namnen är förseglade till ombuden',
    namnText: 'Du kan inte längre läsa namn och telefonnummer här. När ombudet öppnar ett ärende första gången får det en ny nyckel.',
    kopia: 'Exportera en säkerhetskopia',
    enTill: 'Importera en fil till',
  },
} as const
