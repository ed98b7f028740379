import { spawnSync } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pairWith, without } from '../core/lint/testing/designs.ts'
import { loadDocument, saveDocument } from '../core/model/document.ts'
import { TEMPLATES } from '../core/templates/index.ts'
import { VENDOR_IDS } from '../core/model/topology.ts'
import { lintOutput } from './output.ts'
import { commandLine } from './testing/commandLine.ts'

const NO_KEEPALIVE = pairWith(without(({ use }) => use === 'keepalive'))

const { folder, mlag, mlagWith } = commandLine()

describe('mlag', () => {
  test('without a command tells what there is', async () => {
    expect(await mlag()).toMatchObject({ code: 2, out: '', err: expect.stringContaining('simulate') })
    expect(await mlag('--help')).toMatchObject({ code: 0, out: expect.stringContaining('simulate'), err: '' })
  })

  test('an unknown command is wrong usage', async () => {
    expect(await mlag('frobnicate')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('frobnicate') })
  })

  test.each(['template', 'lint', 'export', 'import', 'simulate', 'capture', 'compare'])(
    '%s explains itself',
    async (command) => {
      expect(await mlag(command, '--help')).toMatchObject({ code: 0, err: '' })
      const wrong = await mlag(command, '--nonsense')
      expect(wrong).toMatchObject({ code: 2, out: '' })
      expect(wrong.err).toContain(`mlag ${command}`)
    },
  )
})

describe('a pair of a platform that forms none', () => {
  test.each(['lint', 'export', 'simulate', 'compare'])('is refused by %s, with a way out', async (command) => {
    const saved = saveDocument(pairWith((same) => same, 'cisco-ios-xe'))
    await writeFile(join(folder(), 'pair.json'), saved)
    const more = { simulate: ['--until', '1s'], export: ['--out', 'out'] }[command] ?? []
    const { code, out, err } = await mlag(command, 'pair.json', ...more)
    expect(code).toBe(1)
    expect(out + err).toMatch(/run cisco-ios-xe, which forms no pair\.[^]*Give both a platform that forms pairs/)
  })

  test('is no platform for a whole design', async () => {
    const { code, err } = await mlag('simulate', 'template:basic-pair', '--until', '1s', '--platform', 'cisco-ios-xe')
    expect(code).toBe(2)
    expect(err).toContain('Cisco IOS XE forms no pair')
  })
})

describe('template', () => {
  test.each(['simulate', 'capture', 'export'])('%s --help lists the platforms', async (command) => {
    const { out } = await mlag(command, '--help')
    for (const id of VENDOR_IDS) expect(out).toContain(id)
  })

  test('lists one name a line, then tab and title', async () => {
    const { code, out } = await mlag('template', '--list')
    expect(code).toBe(0)
    expect(out.trimEnd().split('\n')).toEqual(TEMPLATES.map(({ id, title }) => `${id}\t${title}`))
  })

  test('prints a design file that loads back', async () => {
    const { code, out } = await mlag('template', 'basic-pair')
    expect(code).toBe(0)
    expect(loadDocument(out)).toEqual({ ok: true, design: TEMPLATES[0]?.build() })
  })

  test('an unknown name is wrong usage and names those there are', async () => {
    expect(await mlag('template', 'nope')).toMatchObject({ code: 2, err: expect.stringContaining('basic-pair') })
  })
})

describe('import', () => {
  test('reads what export wrote, and names each line that has no place in a design', async () => {
    expect(await mlag('export', 'template:basic-pair', '--out', 'out', '--no-runbook')).toMatchObject({ code: 0 })
    const peer = join(folder(), 'out', 'leaf-a.cfg')
    await writeFile(peer, `${await readFile(peer, 'utf8')}\nntp server 192.0.2.1\n`)
    const { code, out, err } = await mlag('import', 'out/leaf-a.cfg', 'out/leaf-b.cfg')
    expect(code).toBe(0)
    expect(loadDocument(out)).toMatchObject({ ok: true, design: { title: 'Import of leaf-a and leaf-b' } })
    expect(err).toMatch(/leaf-a\.cfg: .*not these:\n {2}\d+: ntp server 192\.0\.2\.1\n/)
    expect(err).toContain('leaf-b.cfg: leaf-b, cisco-nxos, every line understood')
  })

  test('a text that is no configuration is unusable input', async () => {
    await writeFile(join(folder(), 'letter.txt'), 'Dear all')
    expect(await mlag('import', 'letter.txt')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('letter.txt'),
    })
    expect(await mlag('import')).toMatchObject({ code: 2, out: '' })
  })
})

describe('lint', () => {
  test('a template has no errors', async () => {
    expect(await mlag('lint', 'template:basic-pair')).toMatchObject({ code: 0, err: '' })
    const { out } = await mlag('lint', 'template:basic-pair', '--json')
    expect(lintOutput.parse(JSON.parse(out))).toMatchObject({ errors: 0, off: [] })
  })

  test('a dangling cable is an error with its place, in words, JSON and SARIF', async () => {
    await writeFile(join(folder(), 'broken.json'), await brokenDesign())
    expect(await mlag('lint', 'broken.json')).toMatchObject({ code: 1, out: expect.stringContaining('links[0]') })

    const json = await mlag('lint', 'broken.json', '--json')
    expect(json.code).toBe(1)
    const report = lintOutput.parse(JSON.parse(json.out))
    expect(report.findings).toContainEqual(
      expect.objectContaining({ rule: 'document/dangling-cable', severity: 'error', path: expect.any(String) }),
    )

    const sarif = JSON.parse((await mlag('lint', 'broken.json', '--sarif')).out)
    expect(sarif).toMatchObject({ version: '2.1.0', runs: [{ results: expect.any(Array) }] })
    expect(sarif.runs[0].results.map((result: { ruleId: string }) => result.ruleId)).toEqual(
      report.findings.map(({ rule }) => rule),
    )
    expect(sarif.runs[0].results[0]).toMatchObject({
      level: 'error',
      locations: [{ physicalLocation: { artifactLocation: { uri: 'broken.json' } } }],
    })
  })

  test('a broken rule is told with fix and counterexample; a warning leaves the exit code at 0', async () => {
    await writeFile(join(folder(), 'no-keepalive.json'), saveDocument(NO_KEEPALIVE))
    const text = await mlag('lint', 'no-keepalive.json', '--why')
    expect(text).toMatchObject({ code: 1, err: '' })
    expect(text.out).toMatch(/^no-keepalive\.json: 1 error/)
    expect(text.out).toContain('leafs has no peer-keepalive path')
    expect(text.out).toContain('Source: Cisco')
    const report = lintOutput.parse(JSON.parse((await mlag('lint', 'no-keepalive.json', '--json')).out))
    expect(report.findings[0]).toMatchObject({
      rule: 'keepalive/present',
      severity: 'error',
      path: 'design.topology.domains[0]',
      fix: 'Connect the management ports',
      counterexample: { scenario: { start: 'cold', steps: [], until: 60_000_000 } },
      unplayable: null,
    })
  })

  test('a rule that is turned off is a suppressed result with its reason', async () => {
    const off = { ...NO_KEEPALIVE, checks: { off: [{ rule: 'keepalive/present', reason: 'Both stand in one rack' }] } }
    await writeFile(join(folder(), 'off.json'), saveDocument(off))
    expect(await mlag('lint', 'off.json')).toMatchObject({ code: 0, out: expect.stringContaining('one rack') })
    const { runs } = JSON.parse((await mlag('lint', 'off.json', '--sarif')).out)
    const [{ results, tool }] = runs
    const at = results.findIndex(({ ruleId }: { ruleId: string }) => ruleId === 'keepalive/present')
    expect(results[at]).toMatchObject({
      level: 'error',
      suppressions: [{ kind: 'external', justification: 'Both stand in one rack' }],
    })
    expect(tool.driver.rules[results[at].ruleIndex]).toMatchObject({ id: 'keepalive/present' })
  })

  test('reads standard input', async () => {
    expect(await mlagWith('not a design', 'lint', '-')).toMatchObject({ code: 1, out: expect.stringContaining('JSON') })
  })

  test('a file that is not there is told on stderr', async () => {
    expect(await mlag('lint', 'nowhere.json')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/nowhere/),
    })
  })
})

describe('files that cannot be used', () => {
  test.each([
    ['a folder to read', ['lint', '.'], 1, '. cannot be read: it is a folder.'],
    ['a name of a file that is not there', ['import', 'nowhere.cfg'], 1, 'cannot be read: there is no such file.'],
    ['an empty name', ['lint', ''], 2, 'The name of the file is empty.'],
    [
      'a file where the folder is to be',
      ['export', 'template:basic-pair', '--out', 'here.json'],
      1,
      'a file of that name',
    ],
    [
      'a folder below a file',
      ['export', 'template:basic-pair', '--out', 'here.json/sub'],
      1,
      'is a file, not a folder',
    ],
    ['an empty folder name', ['export', 'template:basic-pair', '--out', ''], 2, '--out is missing'],
    ['text that is no design', ['lint', 'here.json'], 1, ''],
  ] as const)('%s', async (_, args, code, message) => {
    await writeFile(join(folder(), 'here.json'), '{}')
    const answer = await mlag(...args)
    expect(answer).toMatchObject({ code, err: expect.stringContaining(message) })
    expect(answer.err).not.toMatch(/ENO|EIS|EEX|errno/)
    expect(await readdir(folder())).toEqual(['here.json'])
  })

  test('bytes of anything are an error and no crash', async () => {
    await writeFile(
      join(folder(), 'noise'),
      Uint8Array.from({ length: 3_000 }, (_, at) => (at * 197) % 256),
    )
    expect(await mlag('lint', 'noise')).toMatchObject({ code: 1, out: expect.stringContaining('JSON'), err: '' })
    expect(await mlag('export', 'noise', '--out', 'out')).toMatchObject({ code: 1, out: '' })
    expect(await mlag('import', 'noise')).toMatchObject({ code: 1, out: '' })
  })

  test('a byte order mark is read as what it is', async () => {
    const text = (await mlag('template', 'plain-lacp')).out
    await writeFile(join(folder(), 'utf8.json'), `\uFEFF${text}`)
    await writeFile(join(folder(), 'utf16.json'), Buffer.from(`\uFEFF${text}`, 'utf16le'))
    for (const file of ['utf8.json', 'utf16.json']) expect(await mlag('lint', file)).toMatchObject({ code: 0, err: '' })
  })
})

describe('export', () => {
  test('writes every file, relative to where it was called, and prints their names', async () => {
    const { code, out } = await mlag('export', 'template:basic-pair', '--out', 'configs')
    expect(code).toBe(0)
    const found = await readdir(join(folder(), 'configs'), { recursive: true, withFileTypes: true })
    const names = found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((name) => join(folder(), name))
        .toSorted(),
    ).toEqual(names.toSorted())
    expect(out).toContain(join('configs', 'leaf-b.cfg'))
    expect(await readFile(join(folder(), 'configs', 'leaf-a.cfg'), 'utf8')).toContain('vpc domain 10')
    expect(await readFile(join(folder(), 'configs', 'cables.csv'), 'utf8')).toMatch(/^From device,/)
    expect(await readFile(join(folder(), 'configs', 'runbook.md'), 'utf8')).toContain('### 4. Failover tests')
  })

  test('--platform writes another platform', async () => {
    await mlag('export', 'template:basic-pair', '--out', '.', '--platform', 'arista-eos', '--no-runbook')
    expect(await readFile(join(folder(), 'leaf-a.cfg'), 'utf8')).toContain('mlag configuration')
    expect(await mlag('export', 'template:basic-pair', '--out', '.', '--platform', 'x')).toMatchObject({ code: 2 })
  })

  test('--hosts writes servers another way', async () => {
    await mlag('export', 'template:basic-pair', '--out', '.', '--hosts', 'networkd', '--no-runbook')
    const network = join(folder(), 'srv-1', 'etc', 'systemd', 'network')
    expect(await readFile(join(network, '25-bond0.netdev'), 'utf8')).toContain('LACPTransmitRate=fast\n')
    const wrong = await mlag('export', 'template:basic-pair', '--out', '.', '--hosts', 'x')
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('netplan, networkd') })
  })

  test('--lab writes a topology with the configurations it binds', async () => {
    await mlag('export', 'template:basic-pair', '--out', '.', '--lab', 'containerlab', '--no-runbook')
    const lab = join(folder(), 'containerlab')
    expect(await readFile(join(lab, 'topology.clab.yml'), 'utf8')).toContain('startup-config: files/leaf-a.cfg\n')
    expect(await readFile(join(lab, 'files', 'leaf-a.cfg'), 'utf8')).toContain('vpc domain 10')
    expect(await readFile(join(folder(), 'README.txt'), 'utf8')).toContain('containerlab deploy')
    const wrong = await mlag('export', 'template:basic-pair', '--out', '.', '--lab', 'x')
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('containerlab, netlab') })
  })

  test('a design with errors is not exported', async () => {
    await writeFile(join(folder(), 'broken.json'), await brokenDesign())
    expect(await mlag('export', 'broken.json', '--out', 'configs')).toMatchObject({ code: 1, out: '' })
    expect(await readdir(folder())).toEqual(['broken.json'])
  })

  test('--out is needed', async () => {
    expect(await mlag('export', 'template:basic-pair')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--out'),
    })
  })
})

test('the launcher works from another folder() and answers on stdout only', async () => {
  await writeFile(join(folder(), 'design.json'), (await mlag('template', 'plain-lacp')).out)
  const launcher = join(import.meta.dirname, '../../scripts/mlag.mjs')
  const run = spawnSync(process.execPath, [launcher, 'lint', 'design.json', '--json'], {
    cwd: folder(),
    env: { ...process.env, INIT_CWD: folder() },
    encoding: 'utf8',
  })
  expect(run).toMatchObject({ status: 0, stderr: '' })
  expect(lintOutput.parse(JSON.parse(run.stdout)).errors).toBe(0)
}, 60_000)

/** A design whose first cable leads to a port that is not there. */
async function brokenDesign(): Promise<string> {
  const file = JSON.parse((await mlag('template', 'basic-pair')).out)
  file.design.topology.links[0].ends[1] = 'no-such-port'
  return JSON.stringify(file)
}
