import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Procedurnamn } from './roller.ts'
import { ROLLREGLER } from './roller.ts'
import { EXPORTER, lasPolicy, policyfil } from './policy.ts'
import { Testkontor, type Testsession } from './testkontor.ts'

const mapp = mkdtempSync(join(tmpdir(), 'lotsen-policy-'))
const fil = join(mapp, 'policy.json')
const galler = (policy: unknown) => {
  writeFileSync(fil, typeof policy === 'string' ? policy : JSON.stringify(policy))
  process.env['LOTSEN_POLICY'] = fil
}
afterEach(() => {
  delete process.env['LOTSEN_POLICY']
})
afterAll(() => rmSync(mapp, { recursive: true }))

describe('the policy file', () => {
  it('lies where users may not write, and no variable gets round it', () => {
    expect(policyfil('win32', { ProgramData: 'C:\\ProgramData' }, () => true)).toBe('C:\\ProgramData\\Lotsen\\policy.json')
    expect(policyfil('linux', { LOTSEN_POLICY: '/tmp/egen.json' }, () => true)).toBe('/etc/lotsen/policy.json')
    expect(policyfil('linux', { LOTSEN_POLICY: '/tmp/egen.json' }, () => false)).toBe('/tmp/egen.json')
  })

  it('may be missing, and leave out what it will', () => {
    expect(lasPolicy(join(mapp, 'ingen.json'))).toEqual({})
    galler('\uFEFF{}')
    expect(lasPolicy()).toEqual({})
  })

  it.each([
    ['', 'filen är inte skriven som JSON'],
    ['{"datamapp": "C:\\Lotsen"}', 'filen är inte skriven som JSON'],
    ['[]', 'filen ska innehålla ett objekt med regler'],
    ['{"forbjudexport": true}', 'forbjudexport är inte namnet på någon regel'],
    ['{"forbjudExport": "ja"}', 'forbjudExport ska vara true eller false'],
    ['{"lasMinuterHogst": 0}', 'lasMinuterHogst ska vara minst 1 minut'],
    ['{"lasMinuterHogst": 2.5}', 'lasMinuterHogst ska vara ett helt antal minuter'],
    ['{"datamapp": "Lotsen"}', 'datamapp ska vara en hel sökväg, från enhetens början'],
  ])('that cannot be followed is said in plain words, and followed by nobody: %s', (text, varfor) => {
    galler(text)
    expect(() => lasPolicy()).toThrow(`IT:s regler för Lotsen går inte att följa: ${varfor}. Lotsen kan inte användas förrän den som sköter datorn har rättat filen ${fil}.`)
  })
})

describe('an office under a policy', () => {
  let prov: Testkontor
  let chef: Testsession
  beforeAll(async () => {
    prov = await Testkontor.nytt()
    chef = await prov.inloggad('chef')
  })
  afterAll(() => prov.slut())
  const fel = (fn: Promise<unknown>) => fn.then(() => null, (f: { data?: { kod: string; falt: string | null } }) => (f.data ? { kod: f.data.kod, falt: f.data.falt } : f))

  it('answers nothing at all while the policy cannot be followed, not even whether there is an office', async () => {
    galler('{')
    const utan = prov.oppna()
    expect(await fel(utan.api.start.lage())).toEqual({ kod: 'policy_trasig', falt: null })
    expect(await fel(utan.api.session.loggaIn({ anvandarnamn: 'chef', losenord: 'x' }))).toEqual({ kod: 'policy_trasig', falt: null })
    expect(await fel(chef.api.enhet.hamta())).toEqual({ kod: 'policy_trasig', falt: null })
    utan.las()
  })

  it('keeps to the place that IT has decided', async () => {
    galler({ datamapp: join(mapp, 'annan') })
    const utan = prov.oppna()
    expect(await fel(utan.api.start.lage())).toEqual({ kod: 'policy_datamapp', falt: 'data' })
    galler({ datamapp: prov.mapp })
    expect((await utan.api.start.lage()).lage).toBe('last')
    utan.las()
  })

  it('locks and hides within the bounds, whatever the unit has set, and takes no more', async () => {
    await chef.api.enhet.andraInstallningar({ lasMinuter: 60, doljNamnMinuter: 30 })
    galler({ lasMinuterHogst: 10, doljNamnMinuterHogst: 3 })
    expect((await chef.api.session.jag()).installningar).toMatchObject({ lasMinuter: 10, doljNamnMinuter: 3 })
    expect(await chef.api.enhet.hamta()).toMatchObject({ installningar: { lasMinuter: 10, doljNamnMinuter: 3 }, policy: { lasMinuterHogst: 10 } })
    expect(await fel(chef.api.enhet.andraInstallningar({ lasMinuter: 11 }))).toEqual({ kod: 'styrs_av_it', falt: 'lasMinuter' })
    await chef.api.enhet.andraInstallningar({ lasMinuter: 8 })
    delete process.env['LOTSEN_POLICY']
    expect((await chef.api.session.jag()).installningar).toMatchObject({ lasMinuter: 8, doljNamnMinuter: 30 })
  })

  it('puts its copies where IT says, and lets nobody choose another place', async () => {
    galler({ kopiemapp: mapp })
    expect(await chef.api.sakerhetskopior.hamta()).toMatchObject({ mapp, vald: true })
    expect(await fel(chef.api.sakerhetskopior.bytMapp({ mapp: '' }))).toEqual({ kod: 'styrs_av_it', falt: 'mapp' })
  })

  it('lets no file out when IT forbids it', async () => {
    galler({ forbjudExport: true })
    expect(await fel(Promise.resolve(chef.api.sakerhetskopior.exportera({ mapp })))).toEqual({ kod: 'export_forbjuden', falt: null })
    expect(await fel(chef.api.statistik.exportera({} as never))).toEqual({ kod: 'export_forbjuden', falt: null })
    expect(await fel(chef.api.utskrifter.sparaPdf({ filnamn: 'a.pdf' }))).toEqual({ kod: 'export_forbjuden', falt: null })
  })

  it('names every procedure that gives a file', () => {
    const alla = Object.keys(ROLLREGLER) as Procedurnamn[]
    expect(alla.filter((namn) => /\.(exportera|word|fil|sparaPdf)/.test(namn)).sort()).toEqual([...EXPORTER].sort())
  })
})
