import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LABS } from '../../src/core/labs/index.ts'
import type { LabId } from '../../src/core/labs/lab.ts'
import { planLab } from '../../src/core/labs/labPlan.ts'
import { networkOf } from '../../src/core/model/network.ts'
import type { VendorId } from '../../src/core/model/topology.ts'
import { TEMPLATES } from '../../src/core/templates/index.ts'
import { redrawnOn, VENDORS } from '../../src/core/vendors/platforms.ts'
import { isInstalled } from './programs.ts'

/**
 * Topologies judged by what they are for: containerlab's own schema, whose file's path comes from the environment, read by
 * Python's jsonschema; and netlab, which turns its topology into that of the containers.
 */
const schema = process.env['CONTAINERLAB_SCHEMA'] ?? ''
const withSchema = isSchemaThere() && isInstalled('containerlab topologies read by its schema', ['python3'])
const withNetlab = isInstalled('netlab topologies read by netlab', ['netlab'])

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mlag-studio-labs-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe.runIf(withSchema)('containerlab', () => {
  test.each(TEMPLATES)('$id is valid', async ({ id }) => {
    const paths = await written(id, 'containerlab', VENDORS)
    expect(run('python3', ['-c', VALIDATE, schema, ...paths], folder)).toBe('')
  })
})

describe.runIf(withNetlab)('netlab', () => {
  test.each(TEMPLATES)('$id becomes containers', async ({ id }) => {
    for (const path of await written(id, 'netlab', ['arista-eos'])) expect(complaints(path)).toBe('')
  })

  test('a pair of every platform becomes containers', async () => {
    for (const path of await written(TEMPLATES[0]!.id, 'netlab', VENDORS)) expect(complaints(path)).toBe('')
  })

  /** Cables go from node to node: a bridge of the lab's between them would keep LACP to itself. */
  function complaints(path: string): string {
    const said = run('netlab', ['create', '-q', path], dirname(path))
    if (said !== '') return said
    return readFileSync(join(dirname(path), 'clab.yml'), 'utf8').includes('kind: bridge') ? 'a cable is a bridge' : ''
  }
})

/** Paths of the topologies of a template, one for each platform. */
async function written(template: string, lab: LabId, vendors: readonly VendorId[]): Promise<readonly string[]> {
  const { topology } = TEMPLATES.find(({ id }) => id === template)!.build()
  const paths: string[] = []
  for (const vendor of vendors) {
    const files = LABS[lab].files(planLab(networkOf(redrawnOn(topology, vendor)), lab))
    const places = files.map(({ path, text }) => ({ path: join(folder, lab, template, vendor, path), text }))
    for (const { path, text } of places) {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, text)
    }
    paths.push(places[0]!.path)
  }
  return paths
}

/** What a program complains of; empty when it is content. */
function run(program: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8', timeout: 120_000 })
  return status === 0 ? '' : `${stdout}${stderr}` || `exit ${status}`
}

function isSchemaThere(): boolean {
  const there = schema !== '' && existsSync(schema)
  if (!there) console.warn('containerlab topologies read by its schema: skipped, CONTAINERLAB_SCHEMA names no file')
  return there
}

/** Python knows no `\p{…}` in patterns; the two that the schema has stand for letters and digits. */
const VALIDATE = `
import json, re, sys
import jsonschema, yaml
text = open(sys.argv[1]).read().replace(r'\\\\p{N}\\\\p{L}', r'\\\\w')
judge = jsonschema.Draft7Validator(json.loads(text))
wrong = [f'{path}: {e.message}' for path in sys.argv[2:] for e in judge.iter_errors(yaml.safe_load(open(path)))]
print('\\n'.join(wrong))
sys.exit(1 if wrong else 0)
`
