import { FORESLAGNA, type Kapitel } from '../verksamhetsberattelse/index.ts'

/** What the made-up unit has written under the proposed chapters. No figures: those stand in the tables. */
const ORD: Readonly<Record<string, string>> = {
  aret: 'Under året har ombuden arbetat på klienternas uppdrag i alla enhetens kommuner. Många har haft kontakt med flera myndigheter samtidigt, och vägen till rätt insats har ofta varit lång.\nSamarbetet med kommunerna har fungerat väl. Det som tagit mest tid är väntan på beslut och otydlighet om vem som ansvarar.',
  uppdraget: 'Personligt ombud är ett frivilligt och kostnadsfritt stöd för den som är 18 år eller äldre, har en psykisk funktionsnedsättning och stora och sammansatta behov av vård, stöd och service.\nOmbudet arbetar bara på klientens uppdrag, för inga journaler och tar inte över någon myndighets ansvar. Stödet är tidsbegränsat, och den som behöver mer lotsas till rätt insats.',
  organisation: 'Enheten drivs av värdkommunen för de samverkande kommunerna. Ledningsgruppen har träffats fyra gånger. I den sitter kommunerna, regionens primärvård och psykiatri, Arbetsförmedlingen och Försäkringskassan. Brukar- och anhörigorganisationerna har erbjudits plats och deltar.',
  bemanning: 'Alla ombud har gått introduktionsutbildningen. Handledning ges i grupp en gång i månaden av en extern handledare. Ombuden har deltagit i länets nätverksträffar.',
  kontakter: 'De flesta tar själva kontakt, ofta efter tips från någon i vården eller socialtjänsten. När kön är lång prioriterar enheten efter sin prioriteringsordning, och den som väntar får besked om ungefär hur länge.',
  klienter: 'Ekonomi och skulder är fortfarande en vanlig orsak till att söka stöd, ofta tillsammans med att insatser saknar samordning. Fler än tidigare har svårt att nå myndigheter digitalt.',
  avslut: 'De flesta uppdrag avslutas när det som klienten ville är klart eller när någon annan insats har tagit vid. Avslut förbereds i god tid tillsammans med klienten.',
  brister: 'Bristerna har tagits upp i ledningsgruppen. De som inte kan lösas lokalt har rapporterats vidare till länsstyrelsen.',
  framat: 'Nästa år vill enheten korta väntetiden, nå fler unga vuxna och arbeta vidare med samordnad individuell planering tillsammans med regionen.',
}

/** The story of the two years that have ended before a day: the later one begun from the earlier. */
export function exempelberattelser(idag: string): { ar: number; kapitel: Kapitel[] }[] {
  const i = Number(idag.slice(0, 4))
  const kapitel = FORESLAGNA.map((k) => ({ ...k, text: ORD[k.id] ?? '' }))
  return [i - 2, i - 1].map((ar) => ({ ar, kapitel: kapitel.map((k) => ({ ...k, tabeller: [...k.tabeller] })) }))
}
