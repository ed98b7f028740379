import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { isInstalled } from '../programs.ts'
import { endsWell, withFolder, type Judge } from './judge.ts'

const DAEMON = '/lib/systemd/systemd-networkd'

/**
 * The daemon itself, in a network and a file system of its own so that it sees none of the machine's interfaces. It
 * reads its folder, says which line it does not know, looks round and is ended.
 */
export const networkdJudge: Judge = {
  format: 'networkd',
  isReady: () => {
    const what = 'systemd-networkd'
    if (!existsSync(DAEMON)) {
      console.warn(`${what}: skipped, ${DAEMON} not installed`)
      return false
    }
    return (
      isInstalled(what, ['unshare']) && endsWell(what, 'unshare', ['-n', '-m', 'mount', '-t', 'tmpfs', 'x', '/run'])
    )
  },
  complaints: (files) =>
    withFolder(
      files,
      async (folder) => {
        const said = await run(join(folder, 'etc', 'systemd', 'network'))
        const devices = files
          .filter(({ path }) => path.endsWith('.netdev'))
          .map(({ text }) => /^Name=(.*)$/m.exec(text)?.[1])
        const unread = devices.filter((name) => !said.some((line) => line.startsWith(`${name}: loaded "`)))
        return [
          ...said.filter((line) => line.startsWith('/etc/systemd/network/')),
          ...unread.map((name) => `${name} was not loaded`),
          ...(said.some((line) => line.includes(READY)) ? [] : ['it did not come up', ...said]),
        ]
      },
      READABLE,
    ),
}

// It gives up root before it reads them.
const READABLE = 0o644

/** What it says until it has looked round. */
function run(folder: string): Promise<readonly string[]> {
  const script = [
    'set -e',
    'mount -t tmpfs none /run',
    'mkdir -p /run/systemd/netif/links /run/systemd/netif/leases /run/systemd/netif/lldp',
    'mount --bind "$1" /etc/systemd/network',
    `exec ${DAEMON}`,
  ].join('\n')
  const child = spawn('unshare', ['-n', '-m', 'sh', '-c', script, 'sh', folder], {
    env: { ...process.env, SYSTEMD_LOG_LEVEL: 'debug', SYSTEMD_LOG_TARGET: 'console', SYSTEMD_LOG_COLOR: '0' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const said: string[] = []
  const lines = createInterface({ input: child.stderr })
  const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS)
  lines.on('line', (line) => {
    said.push(line)
    if (line.includes(READY)) child.kill('SIGTERM')
  })
  return new Promise((resolve) => {
    child.on('close', () => {
      clearTimeout(limit)
      resolve(said)
    })
  })
}

const READY = 'Enumeration completed'
const LIMIT_MS = 20_000
