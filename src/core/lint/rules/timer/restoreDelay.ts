import type { Rule } from '../../rule.ts'

export const timerRestoreDelay: Rule = {
  id: 'timer/restore-delay',
  severity: 'warning',
  title: 'Members of a peer that returns wait as long as the platform advises, or longer.',
  why: ({ mlag, platform }) =>
    `A peer that returns has light before it has addresses and routes. Its ${mlag} ports that come up at once draw traffic that ${platform} cannot deliver yet.`,
  source: {
    general: 'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: delay restore',
    'huawei-vrp8': 'Huawei CloudEngine 6800 Configuration Guide, M-LAG: m-lag up-delay',
    'h3c-comware': 'H3C S6805 and S9820 Layer 2 Configuration Guide, M-LAG: restore delay',
  },
  unplayable:
    'The engine has every route and table entry the moment a switch is up: the time that they take is what is waited for.',
  check: ({ pairs }) =>
    pairs.flatMap(({ domain, runs, profile, vendor }) => {
      const [own, base] = [runs.numbers['member-restore-ms'], profile.numbers['member-restore-ms']]
      if (!own?.set || !base || !(own.value < base.value)) return []
      return [
        {
          text: `${base.label} of ${domain.name} is ${own.value / 1000} s, less than the default of ${base.value / 1000} s.`,
          wayOut: 'Leave the default, or more where routing takes longer to converge.',
          at: [domain.id],
          vendor,
          fix: {
            label: `Go back to ${base.value / 1000} s`,
            edits: [{ type: 'set-number', domain: domain.id, key: 'member-restore-ms', value: null }],
          },
        },
      ]
    }),
}
