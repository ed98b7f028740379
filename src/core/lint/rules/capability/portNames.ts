import { portName } from '../../../model/portNames.ts'
import { NAMINGS } from '../../../vendors/platforms.ts'
import { counted, listed } from '../../words.ts'
import type { Rule } from '../../rule.ts'

export const capabilityPortNames: Rule = {
  id: 'capability/port-names',
  severity: 'info',
  title: 'Ports are called as the platform calls them.',
  why: ({ platform }) =>
    `A configuration with other names is for another model: ${platform} refuses interfaces that it does not have.`,
  source: { general: 'Interface naming in each platform’s configuration guide' },
  unplayable: 'The device refuses the line, so there is no run with it to look at.',
  check: ({ switches, net }) =>
    switches.flatMap(({ id, name, vendor }) => {
      const foreign = (net.portsOf.get(id) ?? []).filter(
        (port) => port.name !== portName(NAMINGS[vendor], port.kind, port.index),
      )
      if (foreign.length === 0) return []
      const names = foreign.slice(0, 3).map((port) => port.name)
      return [
        {
          text: `${counted(foreign.length, 'port')} of ${name} named otherwise than on the drawn model: ${listed(names)}.`,
          wayOut: 'Keep the names if the switch has them, or set the platform anew to rename all ports.',
          at: [id],
          vendor,
        },
      ]
    }),
}
