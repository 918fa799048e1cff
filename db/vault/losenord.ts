import { Fel } from '../model/fel.ts'

/**
 * What a password must be (INTERFACES): at least 12 characters, not a well-known one, not the user's
 * or the unit's name. Nothing about digits or capitals: length is what helps, rules only teach tricks.
 */

export const MINSTA_LANGD = 12
export const STORSTA_LANGD = 256

// The core of passwords that head every leaked list, Swedish ones included. A password is compared
// whole, and again with digits and signs taken away, so "Sommar2026!!" and "losenord1234" are caught.
const VALKANDA = new Set(
  `password passord passwort losenord losenordet hemligt hemlig hemligtlosenord mittlosenord nyttlosenord bytlosenord
  bytmig andramig changeme letmein welcome valkommen welcomeback admin administrator administrator root guest gast user
  anvandare test testtest testar testkonto demo default secret supersecret topsecret master monkey dragon shadow sunshine
  princess football baseball superman batman starwars pokemon iloveyou loveyou jagalskardig alskardig alskling gullan
  whatever trustno trustnoone freedom computer dator datorn internet google facebook instagram linkedin microsoft windows
  office outlook apple samsung iphone android sommar sommaren vinter vintern host hosten var varen sommarlov semester
  midsommar julafton januari februari mars april maj juni juli augusti september oktober november december mandag tisdag
  onsdag torsdag fredag lordag sondag summer winter spring autumn monday friday stockholm goteborg malmo uppsala orebro
  sverige svenska sweden kommun kommunen socialtjanst socialtjansten personligtombud ombud ombudet lotsen lotsenlotsen
  hammarby djurgarden fotboll ishockey hockey hejsan hejhej hejhejhej hejsanhejsan hejsansvejsan tjena blomma solsken
  karlek familjen mamma pappa mammapappa abrakadabra sesamoppnadig kaffe choklad katten hunden kattunge
  qwerty qwertyuiop qwertyuiopa asdfgh asdfghjkl asdfghjklo zxcvbnm zxcvbn qazwsx qazwsxedc qazwsxedcrfv wsxedc
  azerty abcdef abcdefgh abcdefghijkl abcabc abcabcabc correcthorsebatterystaple passphrase nyckelblad
  qweasdzxc qqwweerrttyy aassddff michael jennifer jessica ashley daniel charlie jordan thomas robert andreas johan
  anders fredrik mikael henrik martin erik karlsson johansson andersson svensson nilsson`.split(/\s+/),
)
const FOLJDER = ['012345678901234567890', '098765432109876543210', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm', 'qwertyuiopåasdfghjklöäzxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn']

const vik = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
const bokstaver = (text: string): string => vik(text).replace(/[^a-z]/g, '')
const utanTecken = (text: string): string => vik(text).replace(/[^a-z0-9]/g, '')
/** The usual disguises: l0senord, p@ssw0rd. */
const avmaskera = (text: string): string =>
  vik(text).replace(/[0134578@$!]/g, (t) => ({ '0': 'o', '1': 'l', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b', '@': 'a', $: 's', '!': 'i' })[t] ?? t)

/** The shortest block that repeated gives the text: "hejhejhej" is "hej". */
function block(text: string): string {
  for (let n = 1; n <= text.length / 2; n++) {
    if (text.length % n === 0 && text.slice(0, n).repeat(text.length / n) === text) return text.slice(0, n)
  }
  return text
}

/** Passwords and login names are compared as NFC: å typed in one or two code points is the same å. */
export const normaliseraLosenord = (text: string): string => text.normalize('NFC')

/** The form login names are stored and compared in: NFC, no outer space, lower case. */
export const normaliseraAnvandarnamn = (text: string): string => text.normalize('NFC').trim().toLowerCase()

/**
 * Checks a new password. `egna` are the user's login name and name and the unit's name.
 * @throws Fel `losenord_svagt` with a sentence on what to change (field `losenord`)
 */
export function kontrolleraLosenord(losenord: string, egna: readonly string[] = []): void {
  const text = normaliseraLosenord(losenord)
  const antal = [...text].length
  if (antal < MINSTA_LANGD) throw svagt(`Lösenordet ska ha minst ${MINSTA_LANGD} tecken. Några ord efter varandra är lätta att minnas.`)
  if (antal > STORSTA_LANGD) throw svagt(`Lösenordet får ha högst ${STORSTA_LANGD} tecken.`)
  if (arEnkelFoljd(text) || arValkant(text)) throw svagt('Lösenordet är ett av de vanligaste och går att gissa. Välj några egna ord efter varandra.')
  if (arPersonnummer(text)) throw svagt('Lösenordet ser ut som ett personnummer. Välj några egna ord efter varandra.')
  if (arEgetNamn(text, egna)) throw svagt('Lösenordet är användarens eller enhetens namn. Välj några ord som inte har med namnet att göra.')
}

const svagt = (mening: string): Fel => new Fel('losenord_svagt', mening, { falt: 'losenord' })

function arValkant(text: string): boolean {
  const former = [bokstaver(text), utanTecken(text), bokstaver(avmaskera(text)), bokstaver(avmaskera(text.replace(/[\d!?.*#\s_-]+$/u, '')))]
  return former.some((form) => form !== '' && (VALKANDA.has(form) || VALKANDA.has(block(form))))
}

/** One character or short block over and over, or a run along the alphabet, the digits or the keyboard. */
function arEnkelFoljd(text: string): boolean {
  const tecken = text.toLowerCase()
  if (block(tecken).length <= 4 || new Set(tecken).size <= 2) return true
  return FOLJDER.some((foljd) => foljd.includes(tecken) || [...foljd].reverse().join('').includes(tecken))
}

const arPersonnummer = (text: string): boolean => /^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]|[6-8]\d|9[01])[-+ ]?\d{4}$/.test(text.trim())

function arEgetNamn(text: string, egna: readonly string[]): boolean {
  const karna = bokstaver(text)
  if (karna === '') return false
  const hela = egna.map(bokstaver).filter((namn) => namn.length >= 2)
  const delar = egna.flatMap((namn) => namn.split(/[^\p{L}]+/u)).map(bokstaver).filter((del) => del.length >= 2)
  // Nothing but own names in any order ("annalind", "lindanna", "moraombudmora") is a name too.
  let rest = karna
  for (const namn of [...hela, ...delar].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(namn, '')
  return rest === ''
}
