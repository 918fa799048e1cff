import { kommunNamn } from '../../db/model/kommuner.ts'

/** A made-up register as a csv file: `antal` rows, each a client of its own with an ended uppdrag, numbered from `forsta`. The same every time. */
export function provregister(antal: number, val: { ar: number; forsta: number; kommuner: readonly string[]; ombud: readonly string[] }): Blob {
  const rubriker = 'arendenummer;kommun;ombud;kon;fodelsear;kontaktdatum;kontaktvag;initiativtagare;orsaker;livsomraden;startdatum;planerat_slut;slutdatum;avslutsorsak;namn;telefon'
  const en = <T>(lista: readonly T[], i: number): T => lista[i % lista.length] as T
  const rader = Array.from({ length: antal }, (_, i) => {
    const manad = String((i % 9) + 1).padStart(2, '0')
    const dag = String((i % 27) + 1).padStart(2, '0')
    return [
      `${val.ar}-${val.forsta + i}`, kommunNamn(en(val.kommuner, i)), en(val.ombud, i), en(['Kvinna', 'Man'], i), 1950 + (i % 50), `${val.ar}-${manad}-${dag}`,
      en(['Telefon', 'SMS', 'Besök'], i), en(['Personen själv', 'Psykiatri'], i), en(['Ekonomi/skulder', 'Vårdkontakt|Annat'], i), en(['Boende', 'Skulder|Läkemedel'], i),
      `${val.ar}-${manad}-28`, `${val.ar}-12-01`, `${val.ar}-12-${dag}`, 'Uppdraget slutfört', `Prov Person${i}`, '',
    ].join(';')
  })
  return new Blob([[rubriker, ...rader].join('\r\n')])
}
