import { file, section, seenIn, type SeenStatement } from '../importing/seen.ts'

/** Every statement that is exported or read, with where it was seen in use. */
export const CISCO_NXOS_SEEN: readonly SeenStatement[] = [
  ...seenIn(
    file('batfish/lab-validation', 'snapshots/nxos_hsrp/configs/nxos1/show_running-config.txt'),
    '(hostname|switchname) <name>',
    'version <text>',
    'feature (lacp|interface-vlan|lldp|hsrp)',
    'vlan <list>',
    'vrf context <name>',
    'interface port-channel<number>',
    'interface Vlan<number>',
    'interface mgmt0',
    'interface <name>',
    'interface <name> / description <text>',
    'interface <name> / [no] shutdown',
    'interface <name> / [no] switchport',
    'interface <name> / switchport mode (access|trunk)',
    'interface <name> / switchport access vlan <number>',
    'interface <name> / switchport trunk allowed vlan <list>',
    'interface <name> / channel-group <number> [force] [mode (active|passive|on)]',
    'interface <name> / vrf member <name>',
    'interface <name> / ip address <prefix>',
    'interface <name> / hsrp <number>',
    'interface <name> / preempt',
    'interface <name> / ip <address>',
  ),
  ...seenIn(
    file(
      'batfish/batfish',
      'projects/batfish/src/test/resources/org/batfish/vendor/cisco_nxos/grammar/testconfigs/nxos_interface_properties',
    ),
    'interface <name> / mtu <number>',
    'interface <name> / link debounce time <number>',
    'interface <name> / load-interval <text>',
    'interface <name> / logging event <text>',
    'interface <name> / no ip redirects',
    'interface <name> / hsrp version 2',
    'interface <name> / vpc <number>',
    'interface <name> / vpc peer-link',
  ),
  ...seenIn(
    file(
      'batfish/batfish',
      'projects/batfish/src/test/resources/org/batfish/vendor/cisco_nxos/grammar/testconfigs/nxos_interface_show_all_1',
    ),
    'interface <name> / spanning-tree port type edge [trunk]',
    'interface <name> / spanning-tree bpduguard enable',
    'interface <name> / spanning-tree link-type (auto|point-to-point)',
    'interface <name> / lacp rate (fast|normal)',
  ),
  ...seenIn(
    file(
      'batfish/batfish',
      'projects/batfish/src/test/resources/org/batfish/vendor/cisco_nxos/grammar/testconfigs/nxos_interface_spanning_tree',
    ),
    'interface <name> / spanning-tree port type network',
    'interface <name> / spanning-tree cost <number>',
    'interface <name> / spanning-tree guard root',
  ),
  ...seenIn(
    file(
      'batfish/batfish',
      'projects/batfish/src/test/resources/org/batfish/vendor/cisco_nxos/grammar/testconfigs/nxos_interface_switchport',
    ),
    'interface <name> / switchport trunk native vlan <number>',
    'interface <name> / switchport trunk allowed vlan add <list>',
    'interface <name> / switchport trunk allowed vlan (all|none)',
  ),
  ...seenIn(
    file(
      'batfish/batfish',
      'projects/batfish/src/test/resources/org/batfish/vendor/cisco_nxos/grammar/testconfigs/nxos_interface_port_channel',
    ),
    'interface <name> / lacp suspend-individual',
  ),
  ...seenIn(
    file(
      'batfish/batfish',
      'projects/batfish/src/test/resources/org/batfish/vendor/cisco_nxos/grammar/testconfigs/nxos_interface_hsrp',
    ),
    'vlan <number> / name <name>',
    'track <number> interface <name> line-protocol',
  ),
  ...seenIn(
    file(
      'batfish/batfish',
      'projects/batfish/src/test/resources/org/batfish/vendor/cisco_nxos/grammar/testconfigs/nxos_spanning_tree',
    ),
    'spanning-tree mode (rapid-pvst|mst)',
    'spanning-tree pathcost method long',
  ),
  ...seenIn(
    file('ansible-collections/cisco.nxos', 'tests/integration/targets/nxos_lacp_interfaces/tests/common/parsed.yaml'),
    'interface <name> / lacp min-links <number>',
    'interface <name> / lacp max-bundle <number>',
  ),
  ...seenIn(
    file('ansible-collections/cisco.nxos', 'tests/integration/targets/nxos_lacp/tests/common/parsed.yaml'),
    'lacp system-priority <number>',
  ),
  ...seenIn(
    file('ansible-collections/cisco.nxos', 'tests/unit/modules/network/nxos/fixtures/nxos_system/config.cfg'),
    'system jumbomtu <number>',
  ),
  ...seenIn(
    file('ansible-collections/cisco.nxos', 'tests/integration/labs/multi.yaml'),
    'ip route 0.0.0.0/0 [<name>] <address> [<number>]',
  ),
  ...seenIn(
    file('batfish/lab-validation', 'snapshots/nxos_evpn_l2vni/configs/NX-1/show_running-config.txt'),
    'mac address-table aging-time <number>',
  ),
  ...seenIn(file('ipspace/netlab', 'netsim/ansible/templates/gateway/nxos.j2'), 'interface <name> / priority <number>'),
  ...seenIn(
    section('Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide', 'Configuring vPCs'),
    'feature vpc',
    'vpc domain <number>',
    'vpc domain <number> / role priority <number>',
    'vpc domain <number> / system-priority <number>',
    'vpc domain <number> / peer-keepalive destination <address> [source <address>] [vrf <name>] [interval <number> timeout <number>] [hold-timeout <number>]',
    'vpc domain <number> / delay restore <number>',
    'vpc domain <number> / delay restore interface-vlan <number>',
    'vpc domain <number> / [no] peer-gateway',
    'vpc domain <number> / track <number>',
    'vpc domain <number> / no auto-recovery',
    'vpc domain <number> / auto-recovery [reload-delay <number>]',
    'interface <name> / vpc orphan-port suspend',
  ),
  ...seenIn(
    section('Cisco Nexus 9000 Series NX-OS Command Reference', 'delay restore orphan-port'),
    'vpc domain <number> / delay restore orphan-port <number>',
  ),
  ...seenIn(
    section(
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide',
      'Configuring Port Channels: LACP individual suspend',
    ),
    'interface <name> / no lacp suspend-individual',
  ),
  ...seenIn(
    section('Cisco Nexus 9000 Series NX-OS System Management Configuration Guide', 'Configuring CFS'),
    'cfs eth distribute',
  ),
  ...seenIn(
    section('Cisco Nexus 9000 Series NX-OS Layer 2 Switching Configuration Guide', 'Configuring Rapid PVST+'),
    'spanning-tree vlan <list> priority <number>',
    'no spanning-tree vlan <list>',
  ),
  ...seenIn(
    section(
      'Cisco Nexus 9000 Series NX-OS Unicast Routing Configuration Guide',
      'Configuring Object Tracking: a track list with a Boolean expression',
    ),
    'track <number> list boolean or',
    'track <number> list boolean or / object <number>',
  ),
]
