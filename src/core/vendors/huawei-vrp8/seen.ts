import { file, section, seenIn, type SeenStatement } from '../importing/seen.ts'

/** Every statement that is exported or read, with where it was seen in use. */
export const HUAWEI_VRP8_SEEN: readonly SeenStatement[] = [
  ...seenIn(
    section(
      'Huawei CloudEngine CE6800 V300R023C00 Configuration Guide',
      'M-LAG: example for configuring a multicast network with M-LAG in V-STP mode, scripts of DeviceA and DeviceB',
    ),
    'sysname <name>',
    'vlan batch <list>',
    'vlan <number>',
    'return',
    'stp disable',
    'stp mode (rstp|mstp)',
    'stp v-stp enable',
    'lacp m-lag priority <number>',
    'lacp m-lag system-id <mac>',
    'dfs-group 1',
    'dfs-group 1 / priority <number>',
    'dfs-group 1 / authentication-mode hmac-sha256 password <text>',
    'dfs-group 1 / dual-active detection source ip <address> [vpn-instance <name>] [peer <address>] [udp-port <number>] [timeout <number>]',
    'interface Eth-Trunk<number>',
    'interface Vlanif<number>',
    'interface MEth<name>',
    'interface <name>',
    'interface <name> / dfs-group 1 m-lag <number>',
    'interface <name> / eth-trunk <number>',
    'interface <name> / ip address <prefix>',
    'interface <name> / mac-address <mac>',
    'interface <name> / mode (lacp-static|lacp-dynamic)',
    'interface <name> / peer-link 1',
    'interface <name> / port default vlan <number>',
    'interface <name> / port link-type (access|trunk)',
    'interface <name> / port trunk allow-pass vlan <list>',
    'interface <name> / port vlan exclude <list>',
  ),
  ...seenIn(
    section(
      'Huawei CloudEngine CE6800 V300R023C00 Configuration Guide',
      'Multicast VPN with M-LAG: scripts of the devices',
    ),
    'ip vpn-instance <name>',
    'ip vpn-instance <name> / ipv4-family',
    'monitor-link group <number>',
    'monitor-link group <number> / port <name> uplink',
    'interface <name> / ip binding vpn-instance <name>',
    'interface <name> / undo portswitch',
    'interface <name> / stp edged-port enable',
  ),
  ...seenIn(
    section(
      'Huawei CloudEngine CE6800 V300R023C00 Configuration Guide',
      'M-LAG: dual-homing to a layer 3 network, scripts of the devices',
    ),
    'commit',
    'quit',
    'monitor-link group <number> / port <name> downlink <number>',
    'interface <name> / undo port trunk allow-pass vlan 1',
  ),
  ...seenIn(
    section(
      'Huawei CloudEngine CE6800 V300R023C00 Configuration Guide',
      'Basic configuration: entering the system view',
    ),
    'system-view [immediately]',
  ),
  ...seenIn(
    section(
      'Huawei CloudEngine CE6800 V300R023C00 Command Reference',
      'M-LAG configuration commands: m-lag up-delay, consistency-check enable, dual-active detection delay, m-lag unpaired-port',
    ),
    'dfs-group 1 / m-lag up-delay <number> [auto-recovery interval <number>]',
    'dfs-group 1 / dual-active detection delay <number>',
    'interface <name> / m-lag unpaired-port (reserved|suspend)',
  ),
  ...seenIn(
    section('Huawei CloudEngine CE6800 V300R023C00 Command Reference', 'STP, RSTP and MSTP configuration commands'),
    'stp priority <number>',
    'stp bpdu-protection',
    'interface <name> / stp root-protection',
    'interface <name> / stp cost <number>',
  ),
  ...seenIn(
    section(
      'Huawei CloudEngine CE6800 V300R023C00 Command Reference',
      'Eth-Trunk and LACP configuration commands: lacp priority, lacp timeout, least and max active-linknumber',
    ),
    'lacp priority <number>',
    'interface <name> / lacp timeout (fast|slow)',
    'interface <name> / least active-linknumber <number>',
    'interface <name> / max active-linknumber <number>',
  ),
  ...seenIn(
    section(
      'Huawei CloudEngine CE6800 V300R023C00 Command Reference',
      'Ethernet interface configuration commands: carrier, jumboframe enable',
    ),
    'interface <name> / carrier down-hold-time <number>',
    'interface <name> / jumboframe enable <number>',
  ),
  ...seenIn(
    section(
      'Huawei CloudEngine CE6800 V300R023C00 Command Reference',
      'Interface management commands: description, shutdown, mtu',
    ),
    'interface <name> / description <text>',
    'interface <name> / [undo] shutdown',
    'interface <name> / mtu <number>',
  ),
  ...seenIn(
    section(
      'Huawei CloudEngine CE6800 V300R023C00 Command Reference',
      'VLAN configuration commands: name, port trunk pvid vlan',
    ),
    'vlan <number> / name <name>',
    'interface <name> / port trunk pvid vlan <number>',
  ),
  ...seenIn(
    section(
      'Huawei CloudEngine CE6800 V300R023C00 Command Reference',
      'MAC address table configuration commands: mac-address aging-time',
    ),
    'mac-address aging-time <number>',
  ),
  ...seenIn(
    section(
      'Huawei CloudEngine CE6800 V300R023C00 Command Reference',
      'IP static route configuration commands: ip route-static',
    ),
    'ip route-static 0.0.0.0 (0.0.0.0|0) <address> [preference <number>]',
  ),
  ...seenIn(
    section(
      'Huawei CloudEngine CE6800 V200R019C10 Configuration Guide',
      'M-LAG configuration: DFS group with source ip, dual-active detection enhanced',
    ),
    'dfs-group 1 / source ip <address> [vpn-instance <name>] [peer <address>] [udp-port <number>]',
    'dfs-group 1 / dual-active detection enhanced enable',
  ),
  ...seenIn(
    file('k00lith/CLI_TIPS', 'huawei/dfs-group_m-lag/readme.md'),
    'dfs-group 1 / consistency-check enable mode (loose|strict)',
  ),
  ...seenIn(
    section(
      'Huawei CloudEngine CE6800 V300R023C00 Command Reference',
      'M-LAG configuration commands: dual-active detection hold-time and error-down, set lacp system-id switch-delay',
    ),
    'dfs-group 1 / dual-active detection hold-time <number>',
    'dfs-group 1 / dual-active detection error-down delay <number>',
    'dfs-group 1 / set lacp system-id switch-delay <number>',
    'dfs-group 1 / set lacp system-id switch-delay immediately',
  ),
  ...seenIn(
    section(
      'Huawei CloudEngine CE6800 V300R023C00 Command Reference',
      'M-LAG configuration commands: uplink-port enable',
    ),
    'interface <name> / uplink-port enable',
  ),
]
