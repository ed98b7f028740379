import { file, section, seenIn, type SeenStatement } from '../importing/seen.ts'

/** Every statement that is exported or read, with where it was seen in use. */
export const CISCO_IOS_XE_SEEN: readonly SeenStatement[] = [
  ...seenIn(
    file('batfish/batfish', 'tests/parsing-tests/networks/unit-tests/configs/cisco_interface'),
    'hostname <name>',
    'interface Vlan<number>',
    'interface <name>',
    'interface <name> / description <text>',
    'interface <name> / [no] shutdown',
    'interface <name> / [no] switchport',
    'interface <name> / switchport mode (access|trunk)',
    'interface <name> / switchport access vlan <number>',
    'interface <name> / switchport trunk native vlan <number>',
    'interface <name> / mtu <number>',
    'interface <name> / channel-group <number> [force] [mode (active|passive|on)]',
    'interface <name> / lacp max-bundle <number>',
    'interface <name> / spanning-tree portfast [edge] [trunk]',
    'interface <name> / spanning-tree bpduguard enable',
    'interface <name> / spanning-tree guard root',
    'interface <name> / spanning-tree cost <number>',
    'interface <name> / spanning-tree link-type (auto|point-to-point)',
    'interface <name> / ip address <prefix>',
    'interface <name> / no ip address',
    'interface <name> / load-interval <text>',
    'interface <name> / logging event <text>',
  ),
  ...seenIn(
    file('batfish/lab-validation', 'snapshots/iosxe_eigrp_neighbor/configs/iosxe1/show_running-config.txt'),
    'version <name>',
    'end',
    'vrf definition <name>',
    'vrf definition <name> / address-family (ipv4|ipv6)',
    'vrf definition <name> / exit-address-family',
    'spanning-tree extend system-id',
    'interface Port-channel<number>',
    'interface <name> / vrf forwarding <name>',
    'interface <name> / negotiation auto',
  ),
  ...seenIn(
    file('ansible-collections/cisco.ios', 'tests/unit/modules/network/ios/test_ios_l2_interfaces.py'),
    'interface <name> / switchport trunk allowed vlan <list>',
    'interface <name> / switchport trunk allowed vlan add <list>',
    'interface <name> / switchport trunk encapsulation dot1q',
    'interface <name> / switchport nonegotiate',
  ),
  ...seenIn(
    file('ansible-collections/cisco.ios', 'tests/unit/plugins/cliconf/fixtures/nos/show_running-config'),
    'vlan <list>',
    'interface <name> / switchport trunk allowed vlan (all|none)',
  ),
  ...seenIn(
    file('ansible-collections/cisco.ios', 'tests/integration/targets/ios_lacp/vars/main.yaml'),
    'lacp system-priority <number>',
  ),
  ...seenIn(
    file('batfish/batfish', 'tests/parsing-tests/networks/unit-tests/configs/cisco_spanning_tree'),
    'vlan <number> / name <name>',
    'spanning-tree mode (rapid-pvst|mst)',
    'spanning-tree portfast [edge] bpduguard default',
    'spanning-tree vlan <list> priority <number>',
  ),
  ...seenIn(
    file('ipspace/netlab', 'netsim/ansible/templates/stp/ios.j2'),
    'spanning-tree pathcost method long',
    'no spanning-tree vlan <list>',
  ),
  ...seenIn(
    file('batfish/batfish', 'tests/parsing-tests/networks/unit-tests/configs/cisco_misc'),
    'mac address-table aging-time <number>',
  ),
  ...seenIn(
    file('batfish/batfish', 'tests/parsing-tests/networks/unit-tests/configs/cisco_system'),
    'system mtu <number>',
  ),
  ...seenIn(
    file(
      'CiscoTestAutomation/genieparser',
      'src/genie/libs/parser/iosxe/tests/ShowRunInterface/cli/equal/golden_output_30_output.txt',
    ),
    'interface <name> / port-channel min-links <number>',
  ),
  ...seenIn(
    section(
      'Cisco Catalyst 9500 Layer 2 Configuration Guide, IOS XE 17.3',
      'Configuring EtherChannels: port-channel standalone-disable',
    ),
    'interface <name> / [no] port-channel standalone-disable',
  ),
  ...seenIn(
    section(
      'Cisco Catalyst 9500 Layer 2 Configuration Guide, IOS XE 17.3',
      'Configuring EtherChannels: LACP fast rate timer',
    ),
    'interface <name> / lacp rate (fast|normal)',
  ),
]
