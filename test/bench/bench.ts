import { writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chefensKlick, inloggning, ombudetsKlick, type Klick } from './klick.ts'
import { exempelkontor, Kopior, type Storlek } from './kontor.ts'
import { importen, kopian, motCalc, redovisningen, sidorna, tillvaxt, type Jamforelse } from './matt.ts'

const HJALP = `npm run bench -- [--kontor MAPP] [--storlek liten|skaraborg|sverige]… [--rundor N] [--utan-calc] [--ut FIL.json]
  --kontor    var exempelkontoren finns eller görs (annars out/bench-kontor; Sverige tar några minuter att göra)
  --storlek   vilka kontor; annars liten och sverige
  --rundor    mätningar av varje; medianen visas (annars 7)
  --ut        skriv resultatet till en fil också`

const { values } = parseArgs({
  options: {
    kontor: { type: 'string', default: 'out/bench-kontor' }, storlek: { type: 'string', multiple: true, default: ['liten', 'sverige'] },
    rundor: { type: 'string', default: '7' }, 'utan-calc': { type: 'boolean', default: false }, ut: { type: 'string' }, help: { type: 'boolean', default: false },
  },
})

const AR = 2025
const tal = (ms: number) => (ms >= 100 ? ms.toFixed(0) : ms.toFixed(1)).padStart(9)
const rss = () => Math.round(process.resourceUsage().maxRSS / 1024)

function visaKlick(alla: readonly Klick[]): void {
  console.log(`\n  ${'Klick'.padEnd(34)}${'första'.padStart(9)}${'stopp'.padStart(9)}${'därefter'.padStart(9)}${'stopp'.padStart(9)}  (ms; stopp = längst utan att någon annan kunde få svar, i processortid)`)
  for (const k of alla) console.log(`  ${k.namn.padEnd(34)}${tal(k.forsta)}${tal(k.forstaStopp)}${tal(k.ms)}${tal(k.stopp)}${k.stopp > 16 ? '  > 16 ms' : ''}`)
}

function visaJamforelser(alla: readonly Jamforelse[]): void {
  console.log(`\n  ${'Arbete'.padEnd(34)}${'ms'.padStart(9)}${'golv ms'.padStart(9)}${'kvot'.padStart(9)}  golv`)
  for (const j of alla) console.log(`  ${j.namn.padEnd(34)}${tal(j.ms)}${tal(j.golv)}${(j.ms / j.golv).toFixed(2).padStart(9)}  ${j.golvet}${j.not === undefined ? '' : ` (${j.not})`}`)
}

async function mat(storlek: Storlek) {
  const rundor = Number(values.rundor)
  const kontor = exempelkontor(resolve(values.kontor), storlek, process.env['LOTSEN_CLI'] ?? 'out/electron/cli.js')
  const mapp = join(tmpdir(), `lotsen-bench-${process.pid}`)
  const kopior = new Kopior(mapp)
  try {
    const administrator = storlek === 'sverige' ? 'kontor' : 'chef'
    const dir = kopior.kopia(kontor)
    ;(await kopior.inne(dir, administrator)).start.kontor.stang() // an office made by an older Lotsen is migrated first
    const migrerat = kopior.kopia(dir)
    console.log(`\n══ ${storlek} ══`)
    const ombud = await inloggning(kopior, dir, 'anna', 'Inloggning (ombud)')
    const antal = (tabell: string) => Number(ombud.inne.inloggad.handtag.prepare(`SELECT count(*) FROM ${tabell}`).pluck().get())
    const innehall = { arenden: antal('arenden'), uppdrag: antal('uppdrag'), kontakter: antal('kontakter'), anvandare: antal('anvandare') }
    console.log(`  ${innehall.uppdrag} uppdrag, ${innehall.arenden} ärenden, ${innehall.kontakter} kontakter, ${innehall.anvandare} användare`)
    const ombudets = await ombudetsKlick(ombud.inne, AR)
    const chef = await inloggning(kopior, dir, 'chef', 'Inloggning (chef)')
    const klick = [ombud.klick, ...ombudets, chef.klick, ...(await chefensKlick(chef.inne, ombud.inne.inloggad.id))]
    visaKlick(klick)
    const jamforelser = [...(await redovisningen(ombud.inne, AR, rundor)), ...(await sidorna(ombud.inne, chef.inne, rundor))]
    const imp = await importen(kopior, migrerat, administrator, 2)
    const kopia = await kopian(await kopior.inne(dir, administrator), mapp, 3)
    jamforelser.push(...imp.jamforelser, kopia.jamforelse)
    visaJamforelser(jamforelser)
    console.log(`\n  Längsta stopp: import ${tal(imp.stopp).trim()} ms, säkerhetskopia ${tal(kopia.stopp).trim()} ms`)
    const vaxer = await tillvaxt(kopior, migrerat, 'anna', AR, rundor)
    console.log(`\n  ${'Årets siffror med så många år i registret'.padEnd(43)}${'uppdrag'.padStart(9)}${'ms'.padStart(9)}${'golv ms'.padStart(9)}${'kvot'.padStart(9)}`)
    for (const v of vaxer) console.log(`  ${String(v.ar).padEnd(43)}${String(v.uppdrag).padStart(9)}${tal(v.ms)}${tal(v.golv)}${(v.ms / v.golv).toFixed(2).padStart(9)}`)
    const calc = values['utan-calc'] ? 'Calc: inte mätt.' : await motCalc(ombud.inne, mapp, AR)
    console.log(`\n  ${calc}`)
    console.log(`  Mest minne hittills: ${rss()} MB`)
    return { storlek, innehall, klick, jamforelser, stopp: { import: imp.stopp, kopia: kopia.stopp }, vaxer, calc, minneMB: rss() }
  } finally {
    kopior.slut()
  }
}

if (values.help) {
  console.log(HJALP)
} else {
  const dator = { processor: cpus()[0]?.model ?? '', karnor: availableParallelism(), minneGB: Math.round(totalmem() / 2 ** 30), belastning: loadavg()[0] ?? 0, node: process.version }
  console.log(`${dator.processor}, ${dator.karnor} kärnor, ${dator.minneGB} GB, Node ${dator.node}, belastning ${dator.belastning.toFixed(1)}`)
  if (dator.belastning > dator.karnor) console.log('Datorn är upptagen med annat: kvoterna håller, millisekunderna är för stora.')
  const kontor = []
  for (const storlek of values.storlek) kontor.push(await mat(storlek as Storlek))
  if (values.ut !== undefined) writeFileSync(values.ut, `${JSON.stringify({ dator, kontor }, null, 2)}\n`)
  process.exit(0)
}
