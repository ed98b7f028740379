import type { VendorId } from '../model/topology.ts'

/** How a platform keeps the configuration it has before a change, and goes back to it. */
export interface ChangeCommands {
  /** Its release and its ports, to be compared before the change. */
  readonly look: readonly string[]
  /** Before the change. */
  readonly keep: readonly string[]
  /** Where the text is pasted; a sentence or two. */
  readonly how: string
  /** A text that goes in as two parts: up to where on both peers, and what must be so before the rest. */
  readonly parts?: { readonly upTo: string; readonly until: string }
  /** What makes the change last, where pasting alone does not. */
  readonly commit: readonly string[]
  /** Back to what was kept, and kept over a restart. */
  readonly restore: readonly string[]
  readonly source: string
}

/** Null: nobody types commands on it. */
export const CHANGE_COMMANDS: Readonly<Record<VendorId, ChangeCommands | null>> = {
  'cisco-nxos': {
    look: ['show version', 'show interface status'],
    keep: ['checkpoint before-mlag'],
    how: 'Paste in configuration mode: configure terminal.',
    commit: ['copy running-config startup-config'],
    restore: ['rollback running-config checkpoint before-mlag', 'copy running-config startup-config'],
    source: 'Cisco Nexus 9000 Series NX-OS System Management Configuration Guide, Configuring Rollback',
  },
  'cisco-ios-xe': {
    look: ['show version', 'show interfaces status'],
    keep: ['copy running-config flash:before-mlag.cfg'],
    how: 'Paste in configuration mode: configure terminal.',
    commit: ['write memory'],
    restore: ['configure replace flash:before-mlag.cfg force', 'write memory'],
    source: 'Cisco IOS XE Configuration Fundamentals, Configuration Replace and Configuration Rollback',
  },
  'arista-eos': {
    look: ['show version', 'show interfaces status'],
    keep: ['copy running-config flash:before-mlag.cfg'],
    how: 'Paste in configuration mode: configure terminal.',
    commit: ['write memory'],
    restore: ['configure replace flash:before-mlag.cfg', 'write memory'],
    source: 'Arista EOS User Manual, Switch Administration: configure replace',
  },
  'juniper-junos': {
    look: ['show version', 'show interfaces terse'],
    keep: ['show configuration | save before-mlag.conf'],
    how: 'In configuration mode: load set terminal takes set commands, load merge terminal the form in braces; Ctrl-D ends both.',
    commit: ['commit confirmed 10', 'commit'],
    // Not rollback 1: the commit that confirms is one of its own, so that would be the same configuration again.
    restore: ['configure', 'load override before-mlag.conf', 'commit'],
    source:
      'Juniper CLI User Guide for Junos OS: commit confirmed; Loading a Configuration from a File (load override)',
  },
  'huawei-vrp8': {
    look: ['display version', 'display interface brief'],
    keep: ['save before-mlag.cfg'],
    how: 'Paste in system view: system-view.',
    parts: { upTo: 'its first commit', until: 'display dfs-group 1 heartbeat says OK on both peers' },
    commit: ['commit', 'save'],
    restore: ['rollback configuration to file before-mlag.cfg', 'save'],
    source: 'Huawei CloudEngine Configuration Guide, Basic Configuration: configuration rollback; ansible, ce_rollback',
  },
  'nvidia-cumulus': {
    look: ['nv show system', 'nv show interface'],
    keep: [
      'nv config save',
      'nv config history',
      'sudo cp /etc/network/interfaces /etc/network/interfaces.before-mlag  # without NVUE',
    ],
    how: 'Commands are pasted in the shell; nv config patch takes the YAML by its full path; the interfaces file is added to /etc/network/interfaces, and ifreload -a takes it up.',
    commit: ['nv config apply', 'nv config save'],
    restore: [
      'nv config apply <the revision that nv config history named>',
      'nv config save',
      'sudo cp /etc/network/interfaces.before-mlag /etc/network/interfaces && sudo ifreload -a  # without NVUE',
    ],
    source: 'Cumulus Linux User Guide, NVIDIA User Experience: configuration management commands',
  },
  'dell-os10': {
    look: ['show version', 'show interface status'],
    keep: ['copy running-configuration startup-configuration', 'copy config://startup.xml config://before-mlag.xml'],
    how: 'Paste in configuration mode: configure terminal.',
    commit: ['copy running-configuration startup-configuration'],
    restore: ['copy config://before-mlag.xml config://startup.xml', 'reload'],
    source:
      'Dell SmartFabric OS10 User Guide: back up and restore the startup configuration; Cray-HPE/docs-csm, operations/network/management_network/config_management.md',
  },
  'aruba-aoscx': {
    look: ['show version', 'show interface brief'],
    keep: ['copy running-config checkpoint before-mlag'],
    how: 'Paste in configuration mode: configure terminal.',
    commit: ['write memory'],
    restore: ['checkpoint rollback before-mlag', 'write memory'],
    source:
      'HPE Aruba AOS-CX Fundamentals Guide 10.03: copy … checkpoint, checkpoint rollback; Cray-HPE/docs-csm, operations/network/management_network/saving_config.md',
  },
  sonic: {
    look: ['show version', 'show interfaces status'],
    keep: ['sudo config save -y /etc/sonic/before-mlag.json'],
    how: 'Commands are pasted in the shell; sudo config load takes the tables.',
    commit: ['sudo config save -y'],
    restore: ['sudo config reload -y /etc/sonic/before-mlag.json', 'sudo config save -y'],
    source: 'sonic-net/sonic-utilities, Command-Reference: loading, reloading and saving configuration',
  },
  'h3c-comware': {
    look: ['display version', 'display interface brief'],
    keep: ['save before-mlag.cfg'],
    how: 'Paste in system view: system-view.',
    commit: ['save force'],
    restore: ['configuration replace file before-mlag.cfg', 'save force'],
    source: 'H3C Fundamentals Configuration Guide: configuration rollback',
  },
  'mikrotik-routeros': {
    look: ['/system/resource/print', '/interface/print'],
    keep: ['/system backup save name=before-mlag'],
    how: 'Paste in the terminal, or put the file on the device: /import file-name=….',
    commit: [],
    restore: ['/system backup load name=before-mlag'],
    source: 'MikroTik RouterOS documentation: Backup, Configuration Management',
  },
  generic: null,
}

/** Where a platform takes its text and in which parts, as sentences. */
export function waysToPaste({ how, parts }: ChangeCommands): string {
  return parts === undefined ? how : `${how} On both peers up to ${parts.upTo}; once ${parts.until}, the rest.`
}
