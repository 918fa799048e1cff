/** Brister as units write them, about nobody: category, level, actor, what happens, what it leads to, what is proposed. */
export interface Bristord { readonly kategori: string; readonly niva: string; readonly aktor: string; readonly vad: string; readonly foljd: string; readonly forslag: string }

const b = (kategori: string, niva: string, aktor: string, vad: string, foljd: string, forslag: string): Bristord => ({ kategori, niva, aktor, vad, foljd, forslag })

export const BRISTORD: readonly Bristord[] = [
  b('handlaggningstid', 'central_niva', 'forsakringskassan', 'Handläggningstiden för sjukersättning är längre än ett år, och besked om när beslut kan komma ges inte.', 'Ekonomin rasar under väntan och ansökan om ekonomiskt bistånd får göras månad för månad.', 'Ett ungefärligt datum för beslut redan när ansökan har kommit in.'),
  b('samordning', 'lokal_niva', 'psykiatri', 'Samordnad individuell plan görs inte fast behovet är uttalat. Regionen och kommunen väntar på varandra.', 'Den enskilde blir själv budbärare mellan verksamheterna.', 'En gemensam rutin där den som får frågan också kallar till mötet.'),
  b('digitalisering', 'central_niva', 'staten', 'Allt fler ärenden går bara att göra med e-legitimation. Den som saknar BankID hänvisas till en blankett som inte finns på kontoret.', 'Ansökningar blir inte gjorda och ersättningar uteblir.', 'Blanketter och personlig hjälp på servicekontoret, också utan tidsbokning.'),
  b('tillganglighet', 'lokal_niva', 'primarvard', 'Vårdcentralens telefonkö stänger efter en kvart på morgonen och återuppringning går inte att få.', 'Personer med svårt att tala i telefon avstår från vård.', 'Möjlighet att boka genom besök eller brev.'),
  b('ansvar', 'lokal_niva', 'socialtjanst', 'Vid samsjuklighet hänvisar beroendevården till psykiatrin och psykiatrin till beroendevården.', 'Ingen behandling kommer i gång.', 'En gemensam ingång och en namngiven ansvarig verksamhet.'),
  b('bemotande', 'handlaggarniva', 'forsakringskassan', 'Svar på frågor ges med hänvisning till en lagparagraf, utan att innebörden förklaras.', 'Besluten förstås inte och överklagas inte, eller överklagas i onödan.', 'Skriv och säg vad beslutet betyder i praktiken.'),
  b('insats_saknas', 'lokal_niva', 'socialtjanst', 'Boendestöd beviljas med färre timmar än vad som har ansökts om, utan att behovet har bedömts på plats.', 'Stödet räcker till städning men inte till post och möten.', 'Hembesök inför bedömningen och en uppföljning efter tre månader.'),
  b('resurser', 'lokal_niva', 'psykiatri', 'Väntetiden till neuropsykiatrisk utredning är över två år för vuxna.', 'Insatser som kräver diagnos kan inte sökas under tiden.', 'Stöd efter behov under väntan, också utan färdig utredning.'),
  b('organisation', 'lokal_niva', 'socialtjanst', 'Handläggarna byts ofta, och den nya känner inte till planeringen.', 'Allt börjar om vid varje byte och tilliten försvinner.', 'Överlämning med den enskilde närvarande.'),
  b('information', 'handlaggarniva', 'arbetsformedlingen', 'Information om vilka krav som gäller vid sjukskrivning ges bara digitalt.', 'Ersättning dras in för att aktivitetsrapporten inte har lämnats.', 'Ett brev hem, med ett telefonnummer dit man kan ringa.'),
  b('ekonomiska_villkor', 'central_niva', 'kronofogden', 'Förbehållsbeloppet räknas om sent när hyran höjs.', 'Pengarna räcker inte till hyran och vräkning hotar.', 'Omräkning från den månad hyran höjs.'),
  b('regelverk', 'central_niva', 'overformyndaren', 'Det tar över ett halvår att få en god man förordnad.', 'Räkningar och avtal blir liggande under tiden.', 'En tillfällig lösning för brådskande ekonomi.'),
  b('tillganglighet', 'lokal_niva', 'kommunen_ovrigt', 'Kommunens reception är stängd för besök utan bokad tid, och tid bokas på webben.', 'Den som inte kan boka digitalt kommer inte in.', 'En fast timme om dagen då man får komma utan tid.'),
  b('kompetens', 'handlaggarniva', 'hyresvard', 'Hyresvärden varslar om uppsägning vid störning utan att kontakta socialtjänsten först.', 'Bostäder går förlorade som hade kunnat räddas.', 'Ett avtal om tidig kontakt vid störningar och sena hyror.'),
  b('arbete_sysselsattning', 'lokal_niva', 'arbetsformedlingen', 'Det saknas platser för arbetsträning i de mindre kommunerna.', 'Den som vill prova att arbeta blir kvar hemma.', 'Platser gemensamma för flera kommuner, och resorna betalda.'),
  b('ensamhet', 'lokal_niva', 'kommunen_ovrigt', 'Träffpunkten har stängt på kvällar och helger.', 'Helgerna blir långa och måendet sämre.', 'Öppet en kväll i veckan, tillsammans med föreningarna.'),
  b('handlaggningstid', 'lokal_niva', 'socialtjanst', 'Beslut om ekonomiskt bistånd kommer först efter månadsskiftet.', 'Hyran betalas sent och anmärkningar växer.', 'Beslut senast den 25:e för den som har en pågående planering.'),
  b('bemotande', 'lokal_niva', 'primarvard', 'Kroppsliga besvär tas inte på allvar när det finns en psykiatrisk diagnos i journalen.', 'Sjukdomar upptäcks sent.', 'Utbildning tillsammans med brukarorganisationerna.'),
]

/** What is written back when something has been done about it. */
export const ATERKOPPLINGAR: Readonly<Record<string, readonly [string, ...string[]]>> = {
  atgard_pagar: ['Verksamheten ser över rutinen och återkommer till nästa möte.', 'En arbetsgrupp är tillsatt.', 'Chefen tar med frågan till sin ledning.'],
  atgardad: ['Ny rutin gäller sedan månadsskiftet.', 'Telefontiden är utökad och besök går att boka på plats.', 'Verksamheterna har skrivit en gemensam överenskommelse.'],
  vidarerapporterad: ['Går inte att lösa lokalt. Tas med till länsstyrelsen i redovisningen.'],
  avskriven: ['Har inte iakttagits på länge. Noteras på nytt om det återkommer.'],
}

/** Who sits in a ledningsgrupp: role by seat. The names are made up from the lists of the example. */
export const BEFATTNINGAR: Readonly<Record<string, string>> = {
  kommun: 'Socialchef', primarvard: 'Verksamhetschef', psykiatri: 'Enhetschef, öppenvården', arbetsformedlingen: 'Sektionschef', forsakringskassan: 'Enhetschef', brukarorganisation: 'Ordförande', annan: 'Sekreterare',
}
