import { expect, test } from 'vitest'
import { TEMPLATES } from '../../templates/index.ts'
import { exportFiles } from '../../export/exportFiles.ts'
import type { Topology, VendorId } from '../../model/topology.ts'
import { importConfigs, type ImportResult } from './importConfigs.ts'

const PLATFORMS: readonly VendorId[] = ['cisco-nxos', 'arista-eos']

test.each(PLATFORMS)('%s: gateways, uplinks and a backup route come back as they were drawn', (vendor) => {
  const { topology } = TEMPLATES.find(({ id }) => id === 'tracked-uplinks')!.build()
  const [domain] = topology.domains
  const switches = { ...domain!.settings.switches, 'backup-route': true }
  const drawn = { ...topology, domains: [{ ...domain!, settings: { numbers: {}, choices: {}, switches } }] }
  const texts = configs(drawn, vendor)
  const { design, files } = imported(texts)
  expect(statements(configs(design.topology))).toEqual(statements(texts))
  expect(files.flatMap(({ unread }) => unread)).toEqual([])
  const [again] = design.topology.domains
  expect(again?.gateways).toEqual(domain!.gateways)
  expect(again?.peering).toEqual(domain!.peering)
  expect(again?.settings.switches).toMatchObject({ 'backup-route': true, 'uplink-tracking': true })
  expect(design.topology.links.filter(({ use }) => use === 'uplink').map(({ routed }) => routed)).toHaveLength(4)
  expect(design.topology.devices.filter(({ kind }) => kind === 'router').map(({ name }) => name)).toEqual(['core-1'])
})

test('huawei-vrp8: uplink ports come back', () => {
  const { topology } = TEMPLATES.find(({ id }) => id === 'pair-with-uplinks')!.build()
  const settings = { numbers: {}, choices: {}, switches: { 'uplinks-decide': true } }
  const drawn = { ...topology, domains: topology.domains.map((domain) => ({ ...domain, settings })) }
  const texts = configs(drawn, 'huawei-vrp8').filter(({ name }) => !name.includes('v200'))
  expect(imported(texts).design.topology.domains[0]?.settings.switches).toMatchObject({ 'uplinks-decide': true })
})

function configs(topology: Topology, vendor?: VendorId) {
  return exportFiles(topology, vendor === undefined ? {} : { platform: vendor })
    .filter(({ path }) => path.endsWith('.cfg'))
    .map(({ path, text }) => ({ name: path, text }))
}

/** Comments say what the platform cannot take; they are no part of a configuration. */
function statements(texts: readonly { readonly name: string; readonly text: string }[]) {
  return Object.fromEntries(
    texts.map(({ name, text }) => [name, text.split('\n').filter((line) => !line.startsWith('!'))]),
  )
}

function imported(texts: Parameters<typeof importConfigs>[0]): Extract<ImportResult, { ok: true }> {
  const result = importConfigs(texts)
  if (!result.ok) throw new Error(result.text)
  return result
}
