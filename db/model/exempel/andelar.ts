/** How often what happens in the example: parts of a hundred, or weights. Made up, with an eye to published yearly reports. */

export const KONTAKTVAGAR = [['telefon', 50], ['sms', 12], ['e_post', 10], ['brev', 2], ['besok', 8], ['via_annan_verksamhet', 13], ['uppsokande', 4], ['annat', 1]] as const
export const INITIATIVTAGARE = [
  ['personen_sjalv', 38], ['anhorig', 11], ['god_man', 4], ['socialtjanst', 13], ['boendestod', 7], ['psykiatri', 13], ['primarvard', 4], ['forsakringskassan', 2], ['arbetsformedlingen', 2],
  ['kriminalvarden', 1], ['hyresvard', 2], ['organisation', 2], ['annan', 2], ['uppgift_saknas', 1],
] as const
export const ORSAKER = [
  ['dragit_sig_undan', 10], ['otillrackliga_insatser', 16], ['utan_samordning', 18], ['for_omfattande_insatser', 2], ['ingen_tar_ansvar', 12], ['ekonomi_skulder', 26], ['bostad_vrakningshot', 15],
  ['ansokan_overklagan', 15], ['vardkontakt', 16], ['sysselsattning', 8], ['annat', 3],
] as const
export const LIVSOMRADEN = [
  ['boende', 16], ['ekonomi', 24], ['skulder', 14], ['vard', 22], ['lakemedel', 4], ['sysselsattning', 10], ['socialtjanst', 16], ['myndighetskontakter', 24], ['rattshjalp', 4], ['familj', 6],
  ['foraldraskap', 4], ['socialt_natverk', 8], ['digital_delaktighet', 6], ['annat', 1],
] as const
export const AVSLUT = [
  ['slutfort', 46], ['lotsad', 22], ['klienten_avslutar', 10], ['kontakten_upphort', 9], ['flyttat', 4], ['avliden', 2], ['utanfor_malgruppen', 1], ['inte_genomforbart', 3], ['overlamnad', 1], ['annat', 2],
] as const
export const KON = [['kvinna', 56], ['man', 41], ['annat', 2], ['uppgift_saknas', 1]] as const
/** What contacts lead to; "uppdrag" is a place in the queue when nobody has room. */
export const UTFALL = [['uppdrag', 62], ['kvalificerad_hanvisning', 13], ['radgivning', 13], ['tackade_nej', 6], ['utanfor_malgruppen', 6]] as const
export const ANDEL_UPPDRAG = 0.62
/** More ask than there is room for. */
export const TRYCK = 1.08
/** How much of an average month's contacts each month sees: few in July and at Christmas, many when autumn begins. */
export const SASONG = [1.15, 1.05, 1.05, 1, 1, 0.85, 0.55, 0.95, 1.2, 1.15, 1.05, 0.8] as const

/** Where a kvalificerad hänvisning leads. */
export const HANVISADE_TILL = [['socialtjanst', 34], ['primarvard', 22], ['psykiatri', 16], ['kommunen_ovrigt', 14], ['forsakringskassan', 5], ['overformyndaren', 4], ['kronofogden', 3], ['annan', 2]] as const
/** What the client is guided to at the end. */
export const LOTSADE_TILL = [['socialtjanst', 46], ['kommunen_ovrigt', 16], ['psykiatri', 14], ['primarvard', 8], ['arbetsformedlingen', 7], ['overformyndaren', 6], ['annan', 3]] as const
export const PRIORITET = [['ordinarie', 72], ['fortur', 14], ['kan_vanta', 10], ['uppgift_saknas', 4]] as const
/** How far a goal was reached, by why the uppdrag ended. */
export const MALUTFALL_VID = {
  slutfort: [['natt', 70], ['delvis', 27], ['inte', 3]],
  lotsad: [['natt', 35], ['delvis', 55], ['inte', 10]],
  annars: [['natt', 12], ['delvis', 43], ['inte', 45]],
} as const
/** How many open åtaganden an uppdrag has that Min vecka does not show. */
export const ANTAL_ATAGANDEN = [[0, 50], [1, 36], [2, 14]] as const
export const RESULTAT = [['fortsatter', 82], ['andrat_mal', 15], ['mal_natt', 3]] as const
