import { file, section, seenIn, type SeenStatement } from '../importing/seen.ts'

/** Every statement that is exported or read, with where it was seen in use. */
export const ARISTA_EOS_SEEN: readonly SeenStatement[] = [
  ...seenIn(
    file('batfish/batfish', 'projects/batfish/src/main/antlr4/org/batfish/grammar/arista/Arista_mlag.g4'),
    'mlag configuration / reload-delay mode lacp standby',
  ),
  ...seenIn(
    file(
      'aristanetworks/avd',
      'ansible_collections/arista/avd/molecule/eos_designs_unit_tests/intended/configs/DC1-SVC3A.cfg',
    ),
    'hostname <name>',
    'end',
    'vlan <list>',
    'vlan <number> / name <name>',
    'vlan <number> / trunk group <name>',
    'vrf (instance|definition) <name>',
    'service routing protocols model <text>',
    'transceiver qsfp default-mode <text>',
    'spanning-tree mode (mstp|rapid-pvst|rstp|none)',
    'spanning-tree mst 0 priority <number>',
    'ip routing',
    'no ip routing [vrf <name>]',
    'ip virtual-router mac-address <mac>',
    'mlag configuration',
    'mlag configuration / domain-id <name>',
    'mlag configuration / local-interface Vlan<number>',
    'mlag configuration / peer-address <address>',
    'mlag configuration / peer-link Port-Channel<number>',
    'mlag configuration / reload-delay [mlag] <number>',
    'mlag configuration / reload-delay non-mlag <number>',
    'mlag configuration / no shutdown',
    'interface Port-Channel<number>',
    'interface Vlan<number>',
    'interface Management<name>',
    'interface <name>',
    'interface <name> / description <text>',
    'interface <name> / [no] shutdown',
    'interface <name> / [no] switchport',
    'interface <name> / switchport mode (access|trunk)',
    'interface <name> / switchport access vlan <number>',
    'interface <name> / switchport trunk allowed vlan <list>',
    'interface <name> / switchport trunk group <name>',
    'interface <name> / mtu <number>',
    'interface <name> / channel-group <number> [mode (active|passive|on)]',
    'interface <name> / lacp (timer|rate) (fast|normal)',
    'interface <name> / port-channel lacp fallback [(static|individual)]',
    'interface <name> / port-channel lacp fallback timeout <number>',
    'interface <name> / spanning-tree portfast [edge]',
    'interface <name> / spanning-tree portfast network',
    'interface <name> / spanning-tree bpduguard enable',
    'interface <name> / vrf [forwarding] <name>',
    'interface <name> / ip address <prefix>',
    'interface <name> / no autostate',
    'interface <name> / mlag <number>',
  ),
  ...seenIn(
    file(
      'aristanetworks/avd',
      'ansible_collections/arista/avd/molecule/eos_cli_config_gen/intended/configs/ethernet-interfaces.cfg',
    ),
    'interface <name> / switchport trunk native vlan <number>',
    'interface <name> / link tracking group <name> (upstream|downstream)',
    'interface <name> / spanning-tree guard root',
    'interface <name> / load-interval <text>',
    'interface <name> / logging event <text>',
  ),
  ...seenIn(
    file(
      'aristanetworks/avd',
      'ansible_collections/arista/avd/molecule/eos_cli_config_gen/intended/configs/mlag-configuration.cfg',
    ),
    'mlag configuration / heartbeat-interval <number>',
    'mlag configuration / dual-primary recovery delay mlag <number> non-mlag <number>',
  ),
  ...seenIn(
    file(
      'aristanetworks/avd',
      'ansible_collections/arista/avd/molecule/eos_designs-twodc-5stage-clos/intended/configs/DC1.POD1.LEAF2A.cfg',
    ),
    'no spanning-tree vlan-id <list>',
    'mlag configuration / peer-address heartbeat <address> [vrf <name>]',
    'mlag configuration / dual-primary detection delay <number> [action errdisable all-interfaces]',
    'interface <name> / ip virtual-router address <address>',
  ),
  ...seenIn(
    file(
      'aristanetworks/avd',
      'ansible_collections/arista/avd/molecule/eos_designs_unit_tests/intended/configs/MH-LEAF1A.cfg',
    ),
    'link tracking group <name>',
    'link tracking group <name> / recovery delay <number>',
  ),
  ...seenIn(
    file(
      'aristanetworks/avd',
      'ansible_collections/arista/avd/molecule/eos_designs_unit_tests/intended/configs/DC1-BL1A.cfg',
    ),
    'mac address-table aging-time <number>',
  ),
  ...seenIn(
    file(
      'aristanetworks/avd',
      'ansible_collections/arista/avd/molecule/eos_designs-mpls-isis-sr-ldp/intended/configs/SITE1-RR1.cfg',
    ),
    'interface <name> / link-debounce time [<number>] <number>',
  ),
  ...seenIn(
    file(
      'batfish/batfish',
      'projects/batfish/src/test/resources/org/batfish/vendor/arista/grammar/testconfigs/eos-allowed-vlans',
    ),
    'interface <name> / switchport trunk allowed vlan add <list>',
    'interface <name> / switchport trunk allowed vlan (all|none)',
  ),
  ...seenIn(
    file('batfish/lab-validation', 'snapshots/eos_iosxe_aws_demo/configs/Leaf1/show_running-config.txt'),
    'interface <name> / spanning-tree link-type (auto|point-to-point)',
  ),
  ...seenIn(file('ipspace/netlab', 'netsim/ansible/templates/gateway/eos.j2'), 'no ip icmp redirect'),
  ...seenIn(
    file('ansible-collections/arista.eos', 'tests/integration/targets/eos_lacp/tests/common/_parsed.cfg'),
    'lacp system-priority <number>',
  ),
  ...seenIn(
    file('ansible-collections/arista.eos', 'tests/unit/modules/network/eos/fixtures/eos_static_routes_issue532.cfg'),
    'ip route 0.0.0.0/0 [<name>] <address> [<number>]',
  ),
  ...seenIn(
    section('Arista MLAG 101, advanxer.com', 'the pair MLAG-1 and MLAG-2; the manual does not name it'),
    'mlag configuration / primary-priority <number>',
  ),
  ...seenIn(
    section('Arista EOS User Manual', 'Spanning Tree Commands: spanning-tree cost'),
    'interface <name> / spanning-tree cost <number>',
  ),
  ...seenIn(
    section('Arista EOS User Manual', 'Port Channel and LACP Configuration Commands: port-channel min-links'),
    'interface <name> / port-channel min-links <number>',
  ),
  ...seenIn(
    file(
      'aristanetworks/avd',
      'ansible_collections/arista/avd/molecule/eos_designs_unit_tests/intended/configs/DC1-SVC3A.cfg',
    ),
    'interface <name> / lacp port-priority <number>',
  ),
]
