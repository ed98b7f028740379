import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { programPath } from '../programs.ts'
import { controlOf } from './control.ts'
import type { Control } from './control.ts'

/** What a private Open vSwitch needs. */
export const OVS_PROGRAMS = ['ovsdb-tool', 'ovsdb-server', 'ovs-vsctl', 'ovs-vswitchd'] as const

const SCHEMA = '/usr/share/openvswitch/vswitch.ovsschema'
const START_LIMIT_MS = 20_000

/** A private Open vSwitch: own database, own folder, no privileges, dummy devices only. */
export interface OpenVswitch {
  readonly folder: string
  readonly control: Control
  /** Runs `ovs-vsctl` with these commands in one transaction; returns when the daemon has done what they say. */
  configure(commands: readonly (readonly string[])[]): void
  stop(): Promise<void>
}

/** Version as the program states it, for instance `3.1.0`. */
export function ovsVersion(): string {
  const { stdout } = spawnSync(programPath('ovs-vswitchd'), ['--version'], { encoding: 'utf8' })
  return /(\d+\.\d+\.\d+)/.exec(stdout)?.[1] ?? 'unknown'
}

/** Starts database and switch daemon in a folder of their own. */
export async function startOvs(): Promise<OpenVswitch> {
  // Short: paths of unix sockets end at 107 characters.
  const folder = mkdtempSync(join(tmpdir(), 'ovs-'))
  const at = (name: string) => join(folder, name)
  const env = { ...process.env, OVS_RUNDIR: folder, OVS_LOGDIR: folder, OVS_DBDIR: folder, OVS_SYSCONFDIR: folder }
  const started: ChildProcess[] = []
  const start = (program: string, ...args: readonly string[]) => {
    const child = spawn(programPath(program), [...args, `--log-file=${at(`${program}.log`)}`], { env, stdio: 'ignore' })
    started.push(child)
    return child
  }
  const run = (program: string, ...args: readonly string[]) => {
    const { status, stderr } = spawnSync(programPath(program), args, { env, encoding: 'utf8' })
    if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`)
  }
  const stop = async () => {
    await Promise.all(started.toReversed().map(ended))
    rmSync(folder, { recursive: true, force: true })
  }

  try {
    run('ovsdb-tool', 'create', at('conf.db'), SCHEMA)
    const db = `unix:${at('db.sock')}`
    const server = start('ovsdb-server', `--remote=p${db}`, `--unixctl=${at('db.ctl')}`, at('conf.db'))
    await comesUp(() => controlOf(at('db.ctl')).run('version'), server, at('ovsdb-server.log'))
    run('ovs-vsctl', `--db=${db}`, '--no-wait', 'init')
    const daemon = start('ovs-vswitchd', '--enable-dummy', '--disable-system', `--unixctl=${at('switch.ctl')}`, db)
    const control = controlOf(at('switch.ctl'))
    await comesUp(() => control.run('version'), daemon, at('ovs-vswitchd.log'))
    return {
      folder,
      control,
      configure: (commands) =>
        run('ovs-vsctl', `--db=${db}`, '--timeout=20', ...commands.flatMap((words) => ['--', ...words])),
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Waits until the daemon answers. Its sockets are there a moment before it listens on them. */
async function comesUp(ask: () => Promise<string>, child: ChildProcess, log: string): Promise<void> {
  const deadline = performance.now() + START_LIMIT_MS
  const answers = () =>
    ask().then(
      () => true,
      () => false,
    )
  while (!(await answers())) {
    if (child.exitCode !== null || performance.now() > deadline) {
      throw new Error(`the daemon did not come up\n${existsSync(log) ? readFileSync(log, 'utf8') : ''}`)
    }
    await pause(10)
  }
}

/** Ends a daemon that this module started, by its own handle. */
function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve()
      return
    }
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
