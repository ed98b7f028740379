import type { VendorId } from '../model/topology.ts'

/** How a platform keeps the configuration it has before a change, and goes back to it. */
export interface ChangeCommands {
  /** Before the change. */
  readonly keep: readonly string[]
  /** Where the text is pasted and, where that matters, in which parts; a sentence or two. */
  readonly how: string
  /** What makes the change last, where pasting alone does not. */
  readonly commit: readonly string[]
  /** Back to what was kept. */
  readonly restore: readonly string[]
  readonly source: string
}

/** Null: nobody types commands on it. */
export const CHANGE_COMMANDS: Readonly<Record<VendorId, ChangeCommands | null>> = {
  'cisco-nxos': {
    keep: ['checkpoint before-mlag'],
    how: 'Paste in configuration mode: configure terminal.',
    commit: ['copy running-config startup-config'],
    restore: ['rollback running-config checkpoint before-mlag'],
    source: 'Cisco Nexus 9000 Series NX-OS System Management Configuration Guide, Configuring Rollback',
  },
  'cisco-ios-xe': {
    keep: ['copy running-config flash:before-mlag.cfg'],
    how: 'Paste in configuration mode: configure terminal.',
    commit: ['write memory'],
    restore: ['configure replace flash:before-mlag.cfg force'],
    source: 'Cisco IOS XE Configuration Fundamentals, Configuration Replace and Configuration Rollback',
  },
  'arista-eos': {
    keep: ['copy running-config flash:before-mlag.cfg'],
    how: 'Paste in configuration mode: configure terminal.',
    commit: ['write memory'],
    restore: ['configure replace flash:before-mlag.cfg'],
    source: 'Arista EOS User Manual, Switch Administration: configure replace',
  },
  'juniper-junos': {
    keep: [],
    how: 'In configuration mode: load set terminal takes set commands, load merge terminal the form in braces; Ctrl-D ends both.',
    commit: ['commit confirmed 10', 'commit'],
    restore: ['rollback 1', 'commit'],
    source: 'Juniper CLI User Guide for Junos OS: commit confirmed; Loading a Previous Configuration File (QFX Series)',
  },
  'huawei-vrp8': {
    keep: ['save before-mlag.cfg'],
    how: 'Paste in system view: system-view. On both peers up to the first commit; once display dfs-group 1 heartbeat says OK on both, the rest.',
    commit: ['commit', 'save'],
    restore: ['rollback configuration to file before-mlag.cfg'],
    source: 'Huawei CloudEngine Configuration Guide, Basic Configuration: configuration rollback; ansible, ce_rollback',
  },
  'nvidia-cumulus': {
    keep: ['nv config save', 'nv config history'],
    how: 'Commands are pasted in the shell; nv config replace takes the YAML; ifreload -a takes the interfaces file up.',
    commit: ['nv config apply', 'nv config save'],
    restore: ['nv config apply <revision before>'],
    source: 'Cumulus Linux User Guide, NVIDIA User Experience: configuration management commands',
  },
  'dell-os10': {
    keep: ['copy running-configuration startup-configuration', 'copy config://startup.xml config://before-mlag.xml'],
    how: 'Paste in configuration mode: configure terminal.',
    commit: ['copy running-configuration startup-configuration'],
    restore: ['copy config://before-mlag.xml config://startup.xml', 'reload'],
    source:
      'Dell SmartFabric OS10 User Guide: back up and restore the startup configuration; Cray-HPE/docs-csm, operations/network/management_network/config_management.md',
  },
  'aruba-aoscx': {
    keep: ['copy running-config checkpoint before-mlag'],
    how: 'Paste in configuration mode: configure terminal.',
    commit: ['write memory'],
    restore: ['checkpoint rollback before-mlag'],
    source:
      'HPE Aruba AOS-CX Fundamentals Guide 10.03: copy … checkpoint, checkpoint rollback; Cray-HPE/docs-csm, operations/network/management_network/saving_config.md',
  },
  sonic: {
    keep: ['sudo config save -y /etc/sonic/before-mlag.json'],
    how: 'Commands are pasted in the shell; sudo config load takes the tables.',
    commit: ['sudo config save -y'],
    restore: ['sudo config reload -y /etc/sonic/before-mlag.json'],
    source: 'sonic-net/sonic-utilities, Command-Reference: loading, reloading and saving configuration',
  },
  'h3c-comware': {
    keep: ['save before-mlag.cfg'],
    how: 'Paste in system view: system-view.',
    commit: ['save force'],
    restore: ['configuration replace file before-mlag.cfg'],
    source: 'H3C Fundamentals Configuration Guide: configuration rollback',
  },
  'mikrotik-routeros': {
    keep: ['/system backup save name=before-mlag'],
    how: 'Paste in the terminal, or put the file on the device: /import file-name=….',
    commit: [],
    restore: ['/system backup load name=before-mlag'],
    source: 'MikroTik RouterOS documentation: Backup, Configuration Management',
  },
  generic: null,
}
