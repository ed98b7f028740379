import { describe, expect, test } from 'vitest'
import {
  basic,
  blockOf,
  keepaliveOnFrontPort,
  mapBonds,
  mapLinks,
  settings,
  text,
  withSpanningTree,
} from './testing/exported.ts'

describe('NX-OS', () => {
  test('takes the LACP rate while the port is shut', () => {
    expect(blockOf(text('cisco-nxos', basic), 'interface Ethernet1/1')).toEqual([
      'description srv-1 eth0',
      'switchport',
      'switchport mode access',
      'switchport access vlan 10',
      'shutdown',
      'lacp rate fast',
      'channel-group 11 mode active',
      'no shutdown',
    ])
  })

  test('writes every timer of the design', () => {
    const set = settings(basic, {
      numbers: {
        'keepalive-interval-ms': 400,
        'keepalive-timeout-ms': 3_000,
        'keepalive-hold-ms': 4_000,
        'member-restore-ms': 150_000,
        'gateway-restore-ms': 120_000,
        'orphan-restore-ms': 10_000,
        'solo-start-ms': 300_000,
        'system-priority': 4_096,
        'role-priority-preferred': 1,
        'mac-ageing-ms': 600_000,
        'link-debounce-ms': 500,
      },
      switches: { 'solo-start': true },
      choices: {},
    })
    const written = text('cisco-nxos', set)
    expect(blockOf(written, 'vpc domain 10')).toEqual([
      'role priority 1',
      'system-priority 4096',
      'peer-keepalive destination 192.168.0.12 source 192.168.0.11 vrf management interval 400 timeout 3 hold-timeout 4',
      'delay restore 150',
      'delay restore interface-vlan 120',
      'delay restore orphan-port 10',
      'auto-recovery reload-delay 300',
    ])
    expect(written).toContain('\nfeature interface-vlan\n')
    expect(written).toContain('\nmac address-table aging-time 600\n')
    expect(blockOf(written, 'interface Ethernet1/3')).toContain('link debounce time 500')
  })

  test('puts a keepalive on a front port into a VRF of its own, before its address', () => {
    const moved = keepaliveOnFrontPort(basic)
    expect(text('cisco-nxos', moved)).toContain('\nvrf context vpc-keepalive\n')
    expect(blockOf(text('cisco-nxos', moved), 'interface Ethernet1/48')).toEqual([
      'description peer-keepalive: mgmt-1 port1',
      'no switchport',
      'vrf member vpc-keepalive',
      'ip address 192.168.0.11/24',
      'no shutdown',
    ])
  })

  test('marks an orphan that goes down with the members', () => {
    const marked = mapLinks(basic, (link) => ({ ...link, suspendWithMembers: true }))
    expect(blockOf(text('cisco-nxos', marked), 'interface Ethernet1/3')).toContain('vpc orphan-port suspend')
    expect(blockOf(text('cisco-nxos', marked), 'interface Ethernet1/1')).not.toContain('vpc orphan-port suspend')
  })

  test('writes a trunk with its native VLAN among the allowed ones', () => {
    const trunks = mapBonds(basic, (bond) => ({
      ...bond,
      vlans: { mode: 'trunk', native: 5, allowed: [30, 5, 10, 11, 12] },
    }))
    expect(blockOf(text('cisco-nxos', trunks), 'interface port-channel11')).toEqual([
      'description vPC 11: srv-1',
      'switchport',
      'switchport mode trunk',
      'switchport trunk native vlan 5',
      'switchport trunk allowed vlan 5,10-12,30',
      'spanning-tree port type edge trunk',
      'vpc 11',
      'no shutdown',
    ])
  })

  test('writes what spanning tree is simulated with', () => {
    const guarded = withSpanningTree(basic, { enabled: true, priority: 4096 }, { edge: true, guard: 'bpdu' })
    expect(text('cisco-nxos', guarded)).toContain('\nspanning-tree vlan 1,10 priority 4096\n')
    expect(blockOf(text('cisco-nxos', guarded), 'interface port-channel11')).toContain('spanning-tree bpduguard enable')
    expect(blockOf(text('cisco-nxos', guarded), 'interface Ethernet1/3')).toContain('spanning-tree bpduguard enable')
    expect(blockOf(text('cisco-nxos', guarded), 'interface port-channel10')).toContain(
      'spanning-tree port type network',
    )
    const off = withSpanningTree(basic, { enabled: false, priority: 32_768 }, { edge: false, guard: 'root' })
    expect(text('cisco-nxos', off)).toContain('\nno spanning-tree vlan 1,10\n')
    expect(blockOf(text('cisco-nxos', off), 'interface port-channel11')).toContain('spanning-tree guard root')
    expect(text('cisco-nxos', off)).not.toContain('type edge')
  })

  test('a static bond has no rate and needs no LACP', () => {
    const bonds = mapBonds(basic, ({ ends: [a, b], ...bond }) => ({
      ...bond,
      ends: [
        { ...a, mode: 'static', rate: 'fast' },
        { ...b, mode: 'static', rate: 'fast' },
      ],
    }))
    const written = text('cisco-nxos', bonds)
    expect(written).not.toMatch(/lacp/)
    expect(blockOf(written, 'interface Ethernet1/1')).toContain('channel-group 11 mode on')
  })
})
