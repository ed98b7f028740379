import type { Rule } from '../../rule.ts'

export const namingHostname: Rule = {
  id: 'naming/hostname',
  severity: 'info',
  title: 'Names of devices are host names.',
  why: () =>
    'Names go into configurations, DNS, certificates and monitoring. An underscore, a dot or a hyphen at the end is taken by some of these and refused by others.',
  source: { general: 'RFC 1123, 2.1 (host names and numbers)' },
  unplayable: 'The device refuses the line, so there is no run with it to look at.',
  check: ({ design }) =>
    design.topology.devices
      .filter(({ name }) => !/^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/.test(name))
      .map(({ id, name }) => ({
        text: `${name} is no host name.`,
        wayOut: 'Use letters, digits and hyphens, with a letter or digit at both ends.',
        at: [id],
        vendor: null,
      })),
}
