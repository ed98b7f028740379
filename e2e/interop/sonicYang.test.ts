import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { networkOf } from '../../src/core/model/network.ts'
import type { Topology } from '../../src/core/model/topology.ts'
import { designOf, recipe } from '../../src/core/sim/testing/randomDesign.ts'
import { TEMPLATES } from '../../src/core/templates/index.ts'
import { renderText } from '../../src/core/vendors/exporter.ts'
import { redrawnOn } from '../../src/core/vendors/platforms.ts'
import { sonicExporter } from '../../src/core/vendors/sonic/exporter.ts'
import { everyOption } from '../../src/core/vendors/testing/everyOption.ts'
import { isInstalled } from './programs.ts'

/**
 * Tables of SONiC read by its own YANG models. The judge is a program that turns `config_db.json` into XML and gives it
 * to yanglint with the models of sonic-net/sonic-buildimage: its path comes from the environment.
 */
const judge = process.env['SONIC_YANG_JUDGE'] ?? ''
const ready = isJudgeThere() && isInstalled('SONiC tables read by YANG models', ['python3', 'yanglint'])

describe.runIf(ready)('config_db.json', () => {
  let folder = ''
  let files = 0
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mlag-studio-sonic-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test.each(TEMPLATES)('$id has no error', async ({ build }) => {
    for (const text of databases(build().topology)) expect(await verdict(text)).toEqual([])
  })

  test('a design with every option has no error', async () => {
    for (const text of databases(everyOption('sonic'))) expect(await verdict(text)).toEqual([])
  })

  test('ICCP on a front port has no error', async () => {
    const { topology } = TEMPLATES[0]!.build()
    const ports = topology.ports.map((port) =>
      port.kind === 'management' ? { ...port, kind: 'front' as const, index: 40 } : port,
    )
    for (const text of databases({ ...topology, ports })) expect(await verdict(text)).toEqual([])
  })

  test('random designs have no error', async () => {
    const property = fc.asyncProperty(recipe, async (random) => {
      for (const text of databases(designOf(random))) expect(await verdict(text)).toEqual([])
    })
    await fc.assert(property, { seed: 20_261_124, numRuns: 5 })
  }, 300_000)

  test('the judge does judge', async () => {
    const [text = ''] = databases(TEMPLATES[0]!.build().topology)
    const short = text.replace('"session_timeout": "15"', '"session_timeout": "2"')
    expect(await verdict(short)).toContainEqual(expect.stringContaining('keepalive interval * 3'))
    expect(await verdict(text.replaceAll('"PortChannel11"', '"PortChannel99"'))).not.toEqual([])
  })

  async function verdict(text: string): Promise<readonly string[]> {
    files += 1
    const file = join(folder, `${files}.config_db.json`)
    await writeFile(file, text)
    const { stdout, status } = spawnSync('python3', [judge, file], { encoding: 'utf8' })
    const errors = stdout.split('\n').filter((line) => line.startsWith('ERROR'))
    return status === 0 || errors.length > 0 ? errors : [`the judge ended with ${status}`]
  }
})

function databases(topology: Topology): readonly string[] {
  const net = networkOf(redrawnOn(topology, 'sonic'))
  const [format] = sonicExporter.variants ?? []
  if (!format) throw new Error('SONiC has no second format')
  return net.topology.devices.flatMap(({ id, kind }) =>
    kind === 'switch' ? [renderText(format.render(net, id).lines)] : [],
  )
}

function isJudgeThere(): boolean {
  if (existsSync(judge)) return true
  console.warn('SONiC tables read by YANG models: skipped, SONIC_YANG_JUDGE names no program')
  return false
}
