import { zKontorsfil } from '../../db/model/enhet.ts'
import { skapaNyckelblad } from '../../db/vault/nyckelblad.ts'
import { skapaKontor } from './skapa.ts'

export async function skapaExempelkontor(val: { datamapp: string; storlek: 'liten' | 'skaraborg' | 'sverige'; fro: number; nu: () => string; rapport: (vad: string, klart: number, av: number) => void }) {
  const losenord = 'mora-lotsen-exempel'
  const fil = zKontorsfil.parse({
    enhet: { namn: 'Personligt ombud Norra Dalarna', vardkommun: '2062' }, kommuner: ['2062', '2034', '2039', '2031', '2023', '2021', '2029'],
    anvandare: [
      { anvandarnamn: 'anna', namn: 'Anna Lind', roller: ['ombud'], losenord }, { anvandarnamn: 'per', namn: 'Per Nyström', roller: ['ombud'], losenord },
      { anvandarnamn: 'chef', namn: 'Karin Berg', roller: ['enhetschef', 'administrator'], losenord },
    ],
  })
  await skapaKontor({ datamapp: val.datamapp, fil, blad: await skapaNyckelblad(), nu: val.nu, masteByta: () => false })
  return { anvandare: fil.anvandare }
}
