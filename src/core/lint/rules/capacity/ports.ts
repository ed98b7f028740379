import { portCount } from '../../../model/portNames.ts'
import { NAMINGS } from '../../../vendors/platforms.ts'
import type { Rule } from '../../rule.ts'

export const capacityPorts: Rule = {
  id: 'capacity/ports',
  severity: 'error',
  title: 'A switch uses ports that it has.',
  why: ({ platform }) =>
    `The model that is drawn for ${platform} has fewer ports: the cable leads to one that does not exist.`,
  source: { general: 'Data sheets of the models drawn for each platform' },
  unplayable: 'The device refuses the line, so there is no run with it to look at.',
  check: ({ switches, net }) =>
    switches.flatMap(({ id, name, vendor }) => {
      const beyond = (net.portsOf.get(id) ?? []).filter(({ kind, index }) => index > portCount(NAMINGS[vendor], kind))
      const [first] = beyond
      if (first === undefined) return []
      return [
        {
          text: `${name} uses ${first.name}, port ${first.index} of ${portCount(NAMINGS[vendor], first.kind)}.`,
          wayOut: 'Move the cable to a free port.',
          at: [id, ...beyond.flatMap((port) => net.linkAt.get(port.id)?.id ?? [])],
          vendor,
        },
      ]
    }),
}
