/** Where a source can be read, for the ones that stand on one public page; null for the others. */
export function sourceLink(source: string): string | null {
  const repository = /\b(sonic-net|CiscoDevNet|aristanetworks|netenglabs|jpirko)\/[A-Za-z0-9_-]+/.exec(source)
  if (repository !== null) return `https://github.com/${repository[0]}`
  return PAGES.find(([words]) => source.includes(words))?.[1] ?? null
}

const PAGES: readonly (readonly [string, string])[] = [
  [
    'Interfaces Configuration Guide, Configuring vPCs',
    'https://www.cisco.com/c/en/us/td/docs/dcn/nx-os/nexus9000/104x/configuration/interfaces/cisco-nexus-9000-series-nx-os-interfaces-configuration-guide-release-104x/m_configuring_vpcs_9x.html',
  ],
  ['Arista EOS User Manual, Multi-Chassis', 'https://www.arista.com/um-eos/eos-multi-chassis-link-aggregation'],
  ['H3C Layer 2 LAN Switching Configuration Guide', 'https://www.h3c.com/en/d_202406/2199342_294551_0.htm'],
]
