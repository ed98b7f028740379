import { file, section, seenIn, type SeenStatement } from '../importing/seen.ts'

/** Every statement that is exported or read, with where it was seen in use. */
export const JUNIPER_JUNOS_SEEN: readonly SeenStatement[] = [
  ...seenIn(
    file('batfish/lab-validation', 'snapshots/junos_evpn_type5/configs/node1-1/show_configuration_|_display_set.txt'),
    'set version <name>',
    'set system host-name <name>',
    'set interfaces <name> description <text>',
    'set interfaces <name> mtu <number>',
    'set interfaces <name> unit <number> family ethernet-switching interface-mode (access|trunk)',
    'set interfaces <name> unit <number> family ethernet-switching vlan members <name>',
    'set interfaces <name> unit <number> family inet address <prefix>',
    'set policy-options policy-statement <name> then load-balance per-packet',
    'set routing-options forwarding-table export <name>',
    'set vlans <name> vlan-id <number>',
    'set vlans <name> l3-interface irb.<number>',
  ),
  ...seenIn(
    file('batfish/batfish', 'tests/parsing-tests/networks/unit-tests/configs/juniper_interfaces'),
    'set interfaces <name> native-vlan-id <number>',
    'set interfaces <name> (ether-options|gigether-options) 802.3ad ae<number>',
  ),
  ...seenIn(
    file(
      'batfish/batfish',
      'projects/batfish/src/test/resources/org/batfish/grammar/juniper/testconfigs/xstp-interface-validation',
    ),
    'set protocols rstp interface <name> [(edge|no-root-port)]',
  ),
  ...seenIn(
    file('batfish/batfish', 'tests/parsing-tests/networks/unit-tests/configs/juniper_misc'),
    'set protocols uplink-failure-detection group <name> link-to-monitor <name>',
  ),
  ...seenIn(
    file('batfish/batfish', 'tests/parsing-tests/networks/unit-tests/configs/juniper_l2_learning'),
    'set protocols l2-learning global-mac-table-aging-time <number>',
  ),
  ...seenIn(
    file(
      'batfish/batfish',
      'projects/batfish/src/test/resources/org/batfish/grammar/juniper/testconfigs/static-routes',
    ),
    'set routing-options static route 0.0.0.0/0 next-hop <address>',
    'set routing-options static route 0.0.0.0/0 qualified-next-hop <address> preference <number>',
  ),
  ...seenIn(
    file(
      'batfish/batfish',
      'projects/batfish/src/test/resources/org/batfish/grammar/juniper/testrigs/topology/configs/r1',
    ),
    'set chassis aggregated-devices ethernet device-count <number>',
  ),
  ...seenIn(
    file('batfish/batfish', 'projects/batfish/src/test/resources/org/batfish/grammar/juniper/testconfigs/juniper-vrrp'),
    'set interfaces irb unit <number> family inet address <prefix> vrrp-group <number> virtual-address <address>',
    'set interfaces irb unit <number> family inet address <prefix> vrrp-group <number> priority <number>',
    'set interfaces irb unit <number> family inet address <prefix> vrrp-group <number> accept-data',
  ),
  ...seenIn(
    file('ansible-collections/junipernetworks.junos', 'docs/junipernetworks.junos.junos_config_module.rst'),
    'set vlans <name> description <text>',
  ),
  ...seenIn(
    file('jeremmfr/terraform-provider-junos', 'internal/provider/resource_interface_physical.go'),
    'set interfaces <name> aggregated-ether-options minimum-links <number>',
    'set interfaces <name> aggregated-ether-options lacp (active|passive)',
    'set interfaces <name> aggregated-ether-options lacp periodic (fast|slow)',
    'set interfaces <name> aggregated-ether-options lacp admin-key <number>',
    'set interfaces <name> aggregated-ether-options lacp system-id <mac>',
    'set interfaces <name> aggregated-ether-options lacp system-priority <number>',
    'set interfaces <name> aggregated-ether-options mc-ae mc-ae-id <number>',
    'set interfaces <name> aggregated-ether-options mc-ae chassis-id <number>',
    'set interfaces <name> aggregated-ether-options mc-ae mode active-active',
    'set interfaces <name> aggregated-ether-options mc-ae redundancy-group <number>',
    'set interfaces <name> aggregated-ether-options mc-ae status-control (active|standby)',
    'set interfaces <name> aggregated-ether-options mc-ae init-delay-time <number>',
    'set interfaces <name> aggregated-ether-options mc-ae events iccp-peer-down prefer-status-control-active',
    'set interfaces <name> disable',
    'set interfaces <name> hold-time up <number> down <number>',
  ),
  ...seenIn(
    section('Juniper YANG models 23.4R1', 'junos-qfx, conf-interfaces: aggregated-ether-options lacp force-up'),
    'set interfaces <name> aggregated-ether-options lacp force-up',
  ),
  ...seenIn(
    file('jeremmfr/terraform-provider-junos', 'internal/provider/resource_iccp_peer.go'),
    'set protocols iccp peer <address> backup-liveness-detection backup-peer-ip <address>',
    'set protocols iccp peer <address> liveness-detection minimum-interval <number>',
    'set protocols iccp peer <address> liveness-detection multiplier <number>',
    'set protocols iccp peer <address> redundancy-group-id-list <number>',
    'set protocols iccp peer <address> session-establishment-hold-time <number>',
  ),
  ...seenIn(
    file('jeremmfr/terraform-provider-junos', 'docs/resources/multichassis_protection_peer.md'),
    'set multi-chassis multi-chassis-protection <address> interface <name>',
    'set multi-chassis multi-chassis-protection <address> icl-down-delay <number>',
  ),
  ...seenIn(
    file('jeremmfr/terraform-provider-junos', 'docs/resources/multichassis.md'),
    'set multi-chassis mc-lag consistency-check comparison-delay-time <number>',
  ),
  ...seenIn(
    section(
      'Juniper Multichassis Link Aggregation User Guide',
      'iccp, local-ip-addr; Configuring Multichassis Link Aggregation on EX Series and QFX Series',
    ),
    'set protocols iccp local-ip-addr <address>',
    'set switch-options service-id <number>',
  ),
  ...seenIn(
    section('Juniper Ethernet Switching User Guide', 'layer2-control bpdu-block'),
    'set protocols layer2-control bpdu-block interface <name>',
  ),
  ...seenIn(
    section('Juniper Ethernet Switching User Guide', 'rstp: bridge-priority, system-identifier, disable, cost'),
    'set protocols rstp bridge-priority <name>',
    'set protocols rstp system-identifier <mac>',
    'set protocols rstp disable',
    'set protocols rstp interface <name> disable',
    'set protocols rstp interface <name> cost <number>',
  ),
  ...seenIn(
    section(
      'Juniper Interfaces User Guide for Switches',
      'Uplink Failure Detection: Configuring Interfaces for Uplink Failure Detection',
    ),
    'set protocols uplink-failure-detection group <name> link-to-disable <name>',
  ),
]
