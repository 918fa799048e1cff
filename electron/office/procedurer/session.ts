import { Fel } from '../../../db/model/fel.ts'
import { losenordBytt } from '../../../db/store/anvandare.ts'
import { hamtaEnhet, hamtaInstallningar } from '../../../db/store/enhet.ts'
import { medSkrivlas } from '../../../db/vault/databas.ts'
import { bytLosenord } from '../../../db/vault/valv.ts'
import type { Jag } from '../contract/session.ts'
import type { Kontor } from '../kontor.ts'
import { bladlage } from '../nyttblad.ts'
import { gallande, lasPolicy } from '../policy.ts'
import { os } from '../kontext.ts'
import { borjaDagsarbetet } from '../dagsarbete.ts'

function jag(kontor: Kontor): Jag {
  const { inloggad } = kontor
  return {
    id: inloggad.id, anvandarnamn: inloggad.inloggning.hemlighet.agare.anvandarnamn, namn: inloggad.namn, roller: [...inloggad.roller],
    masteBytaLosenord: inloggad.masteBytaLosenord,
    enhet: hamtaEnhet(inloggad.db).namn, installningar: gallande(hamtaInstallningar(inloggad.db)), varningar: kontor.varningar,
    bekraftaBlad: bladlage(inloggad).byte?.attBekrafta ?? false, exportForbjuden: lasPolicy().forbjudExport === true,
  }
}

export const session = {
  loggaIn: os.session.loggaIn.handler(async ({ context, input }) => {
    await context.kontor.loggaIn(input)
    borjaDagsarbetet(context.kontor)
    return jag(context.kontor)
  }),
  framsteg: os.session.framsteg.handler(({ context }) => context.kontor.framsteg),
  jag: os.session.jag.handler(({ context }) => jag(context.kontor)),
  bytLosenord: os.session.bytLosenord.handler(async ({ context, input }) => {
    const { inloggad, datamapp } = context.kontor
    if (input.nuvarande === input.nytt) throw new Fel('losenord_svagt', 'Välj ett annat lösenord än det nuvarande.', { falt: 'nytt' })
    // First the vault, so that the duty to change is never lifted without a change; the row then follows.
    try {
      await bytLosenord(datamapp, (fn) => medSkrivlas(inloggad.handtag, fn), inloggad.inloggning, {
        gammalt: input.nuvarande, nytt: input.nytt, egna: [inloggad.namn, hamtaEnhet(inloggad.db).namn],
      })
    } catch (fel) {
      if (fel instanceof Fel) throw new Fel(fel.kod, fel.message, { falt: fel.kod === 'fel_losenord' ? 'nuvarande' : fel.kod === 'losenord_svagt' ? 'nytt' : fel.falt, cause: fel })
      throw fel
    }
    await inloggad.skriv((db, logga) => {
      losenordBytt(db, inloggad.id)
      logga({ handling: 'session.losenord_bytt', objekt: inloggad.id })
    })
    inloggad.masteBytaLosenord = false
    return { klart: true as const }
  }),
  misstankt: os.session.misstankt.handler(async ({ context: { kontor: { inloggad } } }) => {
    await inloggad.skriv((_, logga) => logga({ handling: 'anvandare.misstankt', objekt: inloggad.id }))
    return { klart: true as const }
  }),
  las: os.session.las.handler(async ({ context }) => {
    await context.kontor.utkastenSparade()
    // After the answer has left: the process ends with the lock.
    setImmediate(() => context.kontor.las())
    return { klart: true as const }
  }),
}
