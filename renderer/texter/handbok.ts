/** Texts around the handbok, which itself lies in docs/. */
export const handbok = {
  rubrik: 'Handbok',
  under: 'Så fungerar Lotsen. Läses utan internet.',
  avsnitt: 'Handbokens avsnitt',
  sok: 'Sök i handboken',
  traffar: 'Träffar',
  antalTraffar: (antal: number) => (antal === 0 ? 'Inget avsnitt innehåller det du skrev. Pröva ett annat ord.' : antal === 1 ? 'Ett avsnitt' : `${antal} avsnitt`),
  bocker: { handbok: 'Handbok', it: 'Guide för IT' },
} as const
