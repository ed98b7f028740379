import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { importConfigs } from './importConfigs.ts'
import { withoutPrompts } from './typedSession.ts'

const page = readFileSync('docs/article-snippets.md', 'utf8')
const rows = [...page.matchAll(/^\| `([^`]+)` +\| (yes|no) +\|(.*)\|$/gm)].map(
  ([, line = '', taken, instead = '']) => ({
    line,
    taken: taken === 'yes',
    instead,
  }),
)
const LISTINGS = {
  'huawei-vrp8': `<HUAWEI> system-view
[HUAWEI] m-lag domain 1
[HUAWEI-m-lag-domain1] source-address 10.10.10.1
[HUAWEI-m-lag-domain1] peer 10.10.10.2
[HUAWEI-m-lag-domain1] peer-link eth-trunk 10
[HUAWEI-m-lag-domain1] keepalive vlan 100
[HUAWEI] interface eth-trunk 1
[HUAWEI-Eth-Trunk1] mode lacp-static
[HUAWEI-Eth-Trunk1] m-lag 1
`,
  'cisco-nxos': `Switch# configure terminal
Switch(config)# feature vpc
Switch(config)# vpc domain 10
Switch(config-vpc-domain)# peer-keepalive destination 10.1.1.2 source 10.1.1.1
Switch(config-vpc-domain)# peer-link port-channel 1
Switch(config)# interface port-channel 2
Switch(config-if)# vpc 2
`,
} as const

describe.each(['huawei-vrp8', 'cisco-nxos'] as const)('the listing for %s', (vendor) => {
  const typed = LISTINGS[vendor]
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^\S+[\]>#] /, ''))

  test('is known by name when it is pasted, and every line that no device takes says what to type instead', () => {
    const result = importConfigs([{ name: 'pasted', text: LISTINGS[vendor] }])
    if (!result.ok) throw new Error(result.text)
    const [file] = result.files
    expect(file?.platform).toBe(vendor)
    expect(result.notes.join()).toMatch(/^.*pasted is the (Huawei|Cisco) listing/)
    const refused = rows.filter(({ line, taken }) => !taken && typed.includes(line))
    expect(file?.unread.map(({ text }) => text)).toEqual(refused.map(({ line }) => line))
    for (const { text, why } of file?.unread ?? []) {
      const words = [...(refused.find(({ line }) => line === text)?.instead ?? '').matchAll(/`([a-z-]+)/g)]
      expect(why).toMatch(/^No device takes this\. Instead: /)
      for (const [, word = ''] of words.slice(0, 1)) expect(why).toContain(word)
    }
  })

  test('has every line of it on the page, and the page shows what is really exported', () => {
    for (const line of typed) expect(rows.map((row) => row.line)).toContain(line)
    const [, block = ''] = new RegExp(`\`\`\`${vendor}\n([^]*?)\`\`\``).exec(page) ?? []
    const golden = readFileSync(`src/core/vendors/${vendor}/golden/basic-pair.leaf-a.cfg`, 'utf8').split('\n')
    let at = -1
    for (const line of block.trimEnd().split('\n')) {
      at = golden.indexOf(line, at + 1)
      expect([line, at >= 0]).toEqual([line, true])
    }
  })
})

test('a line of EOS is none of these, and a configuration keeps what looks like a prompt', () => {
  const eos =
    'hostname a\nmlag configuration\n   peer-link Port-Channel1\ninterface Port-Channel1\n   switchport mode trunk\n'
  const result = importConfigs([{ name: 'a', text: eos }])
  expect(result.ok && result.notes.join()).not.toContain('listing')
  expect(withoutPrompts(`${eos}a# show x\n`)).toBe(`${eos}a# show x\n`)
})
