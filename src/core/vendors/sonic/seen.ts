import { file, seenIn, type SeenStatement } from '../importing/seen.ts'

/** Every statement that is exported or read, with where it was seen in use. */
export const SONIC_SEEN: readonly SeenStatement[] = [
  ...seenIn(
    file('sonic-net/sonic-utilities', 'doc/Command-Reference.md'),
    '[sudo] config feature state iccpd enabled',
    '[sudo] config hostname <name>',
    '[sudo] config interface ip add <name> <prefix>',
    '[sudo] config interface mtu <name> <number>',
    '[sudo] config interface startup <name>',
    '[sudo] config portchannel add <name> [--min-links <number>] [--fallback true] [--fast-rate (true|false)]',
    '[sudo] config portchannel member add <name> <name>',
    '[sudo] config route add prefix <prefix> nexthop <address>',
    '[sudo] config save -y',
    '[sudo] config vlan add <number>',
    '[sudo] config vlan member add [-u] <number> <name>',
  ),
  ...seenIn(
    file('sonic-net/SONiC', 'doc/mclag/MCLAG_Enhancements_HLD.md'),
    '[sudo] config mclag add <number> <address> <address> [<name>]',
    '[sudo] config mclag keepalive-interval <number> <number>',
    '[sudo] config mclag member add <number> <name>',
    '[sudo] config mclag session-timeout <number> <number>',
  ),
  ...seenIn(
    file('sonic-net/sonic-buildimage', 'src/sonic-yang-models/yang-models/sonic-device_metadata.yang'),
    'DEVICE_METADATA|localhost|(hostname|hwsku|platform|mac|type|subtype|region|cloudtype|cluster|timezone)=<text>',
    'DEVICE_METADATA|localhost|(asic_id|asic_name|switch_id|switch_type|sub_role|max_cores|deployment_id)=<text>',
    'DEVICE_METADATA|localhost|(bgp_asn|bgp_router_id|default_bgp_status|default_pfcwd_status|buffer_model)=<text>',
    'DEVICE_METADATA|localhost|(docker_routing_config_mode|frr_mgmt_framework_config|synchronous_mode)=<text>',
    'DEVICE_METADATA|localhost|(yang_config_validation|storage_device|dhcp_server|suppress-fib-pending)=<text>',
    'DEVICE_METADATA|localhost|(peer_switch|dualatortype|chassis_hostname|slice_type|rack_mgmt_map)=<text>',
    'DEVICE_METADATA|localhost|(downstream_subrole|resource_type|bgp_adv_lo_prefix_as_128|nexthop_group)=<text>',
    'DEVICE_METADATA|localhost|(create_only_config_db_buffers|supporting_bulk_counter_groups)=<text>',
  ),
  ...seenIn(
    file('sonic-net/sonic-buildimage', 'src/sonic-yang-models/yang-models/sonic-port.yang'),
    'PORT|<name>|(mtu|speed|lanes|alias|index|fec|autoneg)=<text>',
    'PORT|<name>|description=<text>',
    'PORT|<name>|admin_status=(up|down)',
  ),
  ...seenIn(
    file('sonic-net/sonic-buildimage', 'src/sonic-yang-models/yang-models/sonic-portchannel.yang'),
    'PORTCHANNEL|<name>|(mtu|min_links|lacp_key)=<name>',
    'PORTCHANNEL|<name>|(fast_rate|fallback)=(true|false)',
    'PORTCHANNEL|<name>|description=<text>',
    'PORTCHANNEL|<name>|admin_status=(up|down)',
    'PORTCHANNEL_MEMBER|<name>|<name>',
  ),
  ...seenIn(
    file('sonic-net/sonic-buildimage', 'src/sonic-yang-models/yang-models/sonic-vlan.yang'),
    'VLAN|Vlan<number>|vlanid=<number>',
    'VLAN|Vlan<number>|description=<text>',
    'VLAN_MEMBER|Vlan<number>|<name>|tagging_mode=(tagged|untagged)',
    'VLAN_INTERFACE|<name>',
  ),
  ...seenIn(
    file('sonic-net/sonic-buildimage', 'src/sonic-yang-models/yang-models/sonic-interface.yang'),
    'INTERFACE|<name>',
  ),
  ...seenIn(
    file('sonic-net/sonic-buildimage', 'src/sonic-yang-models/yang-models/sonic-mgmt_interface.yang'),
    'MGMT_INTERFACE|<name>',
  ),
  ...seenIn(
    file('sonic-net/sonic-buildimage', 'src/sonic-yang-models/yang-models/sonic-feature.yang'),
    'FEATURE|iccpd|(state|auto_restart)=enabled',
  ),
  ...seenIn(
    file('sonic-net/sonic-buildimage', 'src/sonic-yang-models/yang-models/sonic-mclag.yang'),
    'MCLAG_DOMAIN|<number>|(source_ip|peer_ip|peer_link|keepalive_interval|session_timeout)=<name>',
    'MCLAG_INTERFACE|<number>|<name>|if_type=PortChannel',
  ),
  ...seenIn(
    file('sonic-net/sonic-buildimage', 'src/sonic-yang-models/yang-models/sonic-static-route.yang'),
    'STATIC_ROUTE|default|0.0.0.0/0|(nexthop|distance|ifname)=<name>',
  ),
]
