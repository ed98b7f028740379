import { describe, expect, test } from 'vitest'
import { basic, blockOf, domains, settings, text, withSpanningTree } from './testing/exported.ts'

describe('EOS', () => {
  test('writes what spanning tree is simulated with', () => {
    const guarded = withSpanningTree(basic, { enabled: true, priority: 4096 }, { edge: true, guard: 'bpdu' })
    expect(text('arista-eos', guarded)).toContain('\nspanning-tree mst 0 priority 4096\n')
    expect(blockOf(text('arista-eos', guarded), 'interface Port-Channel11')).toEqual(
      expect.arrayContaining(['spanning-tree portfast', 'spanning-tree bpduguard enable']),
    )
    const off = withSpanningTree(basic, { enabled: false, priority: 32_768 }, { edge: false, guard: 'root' })
    expect(text('arista-eos', off)).toContain('\nspanning-tree mode none\n')
    expect(blockOf(text('arista-eos', off), 'interface Port-Channel11')).toContain('spanning-tree guard root')
  })

  test('writes every timer of the design', () => {
    const set = settings(basic, {
      numbers: {
        'heartbeat-interval-ms': 2_500,
        'dual-primary-delay-ms': 10_000,
        'dual-primary-member-restore-ms': 90_000,
        'dual-primary-orphan-restore-ms': 30_000,
        'reload-member-ms': 60_000,
        'reload-orphan-ms': 90_000,
        'role-priority-preferred': 1,
        'system-priority': 4_096,
        'mac-ageing-ms': 600_000,
        'link-debounce-ms': 500,
      },
      switches: { 'dual-primary-detection': true },
      choices: {},
    })
    const written = text('arista-eos', set)
    expect(blockOf(written, 'mlag configuration')).toEqual([
      'domain-id leafs',
      'heartbeat-interval 2500',
      'local-interface Vlan4094',
      'peer-address 10.255.255.2',
      'peer-address heartbeat 192.168.0.12 vrf management',
      'peer-link Port-Channel10',
      'primary-priority 1',
      'dual-primary detection delay 10 action errdisable all-interfaces',
      'dual-primary recovery delay mlag 90 non-mlag 30',
      'reload-delay mlag 60',
      'reload-delay non-mlag 90',
    ])
    expect(written).toContain('\nlacp system-priority 4096\n')
    expect(written).toContain('\nmac address-table aging-time 600\n')
    expect(blockOf(written, 'interface Ethernet1/3')).toContain('link-debounce time 0 500')
  })

  test('asks for fast LACPDUs on the member, after it joined', () => {
    expect(blockOf(text('arista-eos', basic), 'interface Ethernet1/1')).toEqual([
      'description srv-1 eth0',
      'channel-group 11 mode active',
      'lacp timer fast',
    ])
  })

  test('the default VRF is not named', () => {
    const written = text(
      'arista-eos',
      domains(basic, (domain) => ({
        ...domain,
        keepalive: { ...domain.keepalive, vrf: 'default' },
      })),
    )
    expect(written).not.toMatch(/vrf/)
    expect(blockOf(written, 'mlag configuration')).toContain('peer-address heartbeat 192.168.0.12')
  })
})
