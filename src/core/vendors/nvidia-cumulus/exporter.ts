import type { ExportNote, Exporter, Rendered } from '../exporter.ts'
import { layOut, type Block, type ConfigLine } from '../exporter.ts'
import { heading } from '../shared.ts'
import { planSwitch, type SwitchPlan } from '../switchPlan.ts'
import { fileStem } from '../text.ts'
import { clagdTimers } from './clagdTimers.ts'
import { interfacesFile } from './interfaces.ts'
import { nvueNotes, platformNotes } from './notes.ts'
import { sections } from './nvue.ts'
import { nvidiaCumulusProfile } from './profile.ts'
import { startupYaml } from './yaml.ts'

/**
 * Cumulus Linux 5.15: NVUE commands of one switch, the same as NVUE's YAML, and as `/etc/network/interfaces` for
 * switches without NVUE. Where each statement was seen:
 * - `nv set mlag …`, `bond mlag id`, `bond member`, `bridge domain`, `link state`, `clagd-…`, `clag-id`, `vrf-table`:
 *   Cumulus Linux 5.15 User Guide, Multi-Chassis Link Aggregation - MLAG;
 * - `ipv4 address`, `enabled` where it was `on` before, `restrrole`, `description`: What is New in 5.15, changed NVUE
 *   commands; NVUE Command Reference; `alias`: the chapter on switch ports;
 * - `bridge domain … untagged`, `vlan` of an interface: NVUE Command Reference; the guide's chapter on the VLAN-aware
 *   bridge; `bridge-pvid`, `bridge-vids` of a port: CumulusNetworks/ifupdown2, vlan_aware_bridges;
 * - `bond lacp-rate`, `lacp-bypass`: its chapters on bonding and LACP bypass; `stp …`, `mstpctl-…`: on spanning tree;
 * - the layout of the YAML: ipspace/netlab, lag/cumulus_nvue.j2;
 * - `bond-miimon`, `bond-lacp-rate`, `bond-min-links`: CumulusNetworks/ifupdown2, interfaces.with_clag.
 */
export const nvidiaCumulusExporter: Exporter = {
  vendor: 'nvidia-cumulus',
  format: 'NVUE commands',
  comment: '#',
  fileName: (deviceName) => `${fileStem(deviceName)}.nv`,
  render(net, device) {
    const plan = planSwitch(net, device, nvidiaCumulusProfile)
    return written(
      plan,
      [...snippetNote(plan), ...nvueNotes(plan)],
      [...commands(plan), [{ text: 'nv config apply', from: null }]],
    )
  },
  variants: [
    {
      format: 'the same as NVUE YAML, for nv config patch',
      comment: '#',
      fileName: (deviceName) => `${fileStem(deviceName)}.yaml`,
      render(net, device) {
        const plan = planSwitch(net, device, nvidiaCumulusProfile)
        return written(plan, [...snippetNote(plan), ...nvueNotes(plan)], [startupYaml(plan)])
      },
    },
    {
      format: 'the same as /etc/network/interfaces, for switches without NVUE',
      comment: '#',
      fileName: (deviceName) => `${fileStem(deviceName)}.interfaces`,
      render(net, device) {
        const plan = planSwitch(net, device, nvidiaCumulusProfile)
        const text = 'The host name is not in it.'
        return written(plan, [{ text, from: device }], interfacesFile(plan))
      },
    },
  ],
}

function written(plan: SwitchPlan, own: readonly ExportNote[], blocks: readonly Block[]): Rendered {
  const notes = [...plan.notes, ...platformNotes(plan), ...own]
  return { lines: layOut([heading(plan, notes, '#', 'NVIDIA Cumulus Linux'), ...blocks], ''), notes }
}

/** NVUE has a command for one of clagd's timers; the others it takes from a snippet. */
function snippetNote({ pair, runs }: SwitchPlan): readonly ExportNote[] {
  const args = pair ? clagdTimers(runs).trim() : ''
  if (!pair || args === '') return []
  const text = `NVUE has no command for these timers: patch in an ifupdown2_eni snippet for peerlink.4094 with "clagd-args ${args}".`
  return [{ text, from: pair.domain.id }]
}

function commands(plan: SwitchPlan): readonly Block[] {
  return sections(plan).map(({ title, from, settings }): readonly ConfigLine[] => [
    ...(title === null ? [] : [{ text: `# ${title}`, from }]),
    ...settings.map(({ path, value, from: drawn }) => ({
      text: ['nv set', ...path, ...(value === null ? [] : [quoted(value)])].join(' '),
      from: drawn,
    })),
  ])
}

/** Free text has no quotes of its own. */
function quoted(value: string): string {
  return /[^\w.:/-]/.test(value) ? `'${value}'` : value
}
