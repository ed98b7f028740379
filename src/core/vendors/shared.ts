import type { Profile } from '../model/profile.ts'
import type { Block, ExportNote } from './exporter.ts'
import type { SwitchPlan } from './switchPlan.ts'
import { freeText, word } from './text.ts'

/** First lines of a file: the switch, its label and what the platform cannot take as drawn. */
export function heading({ device }: SwitchPlan, notes: readonly ExportNote[], sign: string, platform: string): Block {
  const label = freeText(device.label)
  const title = `${sign} ${word(device.name)}${label === '' ? '' : ` (${label})`}, ${platform}`
  return [{ text: title, from: device.id }, ...notes.map(({ text, from }) => ({ text: `${sign} Note: ${text}`, from }))]
}

/** Says which drawn ports are named as no port of the platform is. */
export function foreignPorts(
  { device, lags, cables, routing }: SwitchPlan,
  own: RegExp,
  platform: string,
): readonly ExportNote[] {
  const ports = [...lags.flatMap(({ members }) => members), ...cables, ...routing.uplinks].map(({ port }) => port.name)
  const foreign = ports.filter((name) => !own.test(name)).map(word)
  if (foreign.length === 0) return []
  return [{ text: `Not port names of ${platform}, kept as drawn: ${foreign.join(', ')}.`, from: device.id }]
}

/** Says which trunks are drawn with no VLAN, where one without a list carries every VLAN of the switch. */
export function trunksOfAll({ lags, cables }: SwitchPlan, { words }: Profile): readonly ExportNote[] {
  const ends = [
    ...lags.map(({ lag }) => ({ name: `${words.channel}${lag.channel}`, from: lag.bond.id, vlans: lag.bond.vlans })),
    ...cables.map(({ port, link }) => ({ name: word(port.name), from: link.id, vlans: link.vlans })),
  ]
  return ends
    .filter(({ vlans }) => vlans.mode === 'trunk' && vlans.allowed.length === 0)
    .map(({ name, from }) => ({
      text: `${name} is drawn with no VLAN; ${words.platform} has no statement for that, and the trunk carries all.`,
      from,
    }))
}

export function seconds(ms: number | undefined): number {
  return (ms ?? 0) / 1_000
}

/** Of a port that is told nothing else. */
export const DEFAULT_MTU = 1_500
