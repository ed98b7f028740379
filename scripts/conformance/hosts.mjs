// What programs that are not ours say of servers' files.
import { spawnSync } from 'node:child_process'
import { testsOf } from './interop.mjs'
import { escaped } from './vectors.mjs'

/** Debian's packages of the judges. */
const PACKAGES = ['netplan.io', 'systemd', 'network-manager', 'ifupdown2']
const FOLDER = 'e2e/interop/hosts'

/** Results of the judges of servers' files; null where one of them is missing or may not run. */
export function hostResults() {
  const versions = PACKAGES.map((name) => [name, versionOf(name)])
  const missing = versions.filter(([, version]) => version === '').map(([name]) => name)
  if (missing.length > 0) {
    console.warn(`${missing.join(', ')} not installed: what they say of servers stays as it is in the page.`)
    return null
  }
  const tests = testsOf(['-c', 'e2e/interop/vitest.config.ts', FOLDER])
  if (tests === null) throw new Error(`The tests of ${FOLDER} did not run.`)
  const rows = tests.map(({ group, title, passed }) => {
    const what = group === '' ? 'servers for netplan and networkd' : group.replaceAll("'", '')
    return `| ${escaped(what)} | ${passed ? 'passes' : '**fails**'} | ${escaped(title)} |`
  })
  const names = versions.map(([name, version]) => `\`${name}\` ${version}`).join(', ')
  return [
    `\`npm run test:interop\`, with Debian's ${names}:`,
    '',
    '| what is read | result | case |',
    '|---|---|---|',
    ...rows,
  ].join('\n')
}

function versionOf(name) {
  return spawnSync('dpkg-query', ['-W', '-f', '${Version}', name], { encoding: 'utf8' }).stdout?.trim() ?? ''
}
