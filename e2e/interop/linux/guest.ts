import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import type { Server, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from '../clock.ts'
import { programPath } from '../programs.ts'
import { MEMBERS } from '../station.ts'
import type { MemberName, Wire } from '../station.ts'

export const GUEST_PROGRAM = 'qemu-system-x86_64'
const IMAGES = join(import.meta.dirname, '../../../.cache/linux')
// Without hardware support for virtual machines the start takes a few seconds, on a busy machine many.
const START_LIMIT_MS = 180_000

/** A Linux with a bond of two network cards, each of which is a unix socket here. */
export interface Guest {
  /** Release of its kernel. */
  readonly kernel: string
  /** What `/proc/net/bonding/bond0` says. */
  show(): Promise<string>
  /** Light on a member, as its network card sees it. */
  setLight(member: MemberName, lit: boolean): Promise<void>
  readonly wires: Readonly<Record<MemberName, Wire>>
  stop(): Promise<void>
}

/** Whether the virtual machine has been prepared. */
export function isPrepared(): boolean {
  return existsSync(join(IMAGES, 'initrd.gz'))
}

/** Boots the guest. `onFrame` hears everything from the moment a card is there. */
export async function startGuest(
  rate: 'fast' | 'slow',
  onFrame: (member: MemberName, frame: Uint8Array) => void,
): Promise<Guest> {
  const folder = mkdtempSync(join(tmpdir(), 'lnx-'))
  const at = (name: string) => join(folder, name)
  const sockets: Partial<Record<MemberName, Socket>> = {}
  const servers = await Promise.all(
    MEMBERS.map((member) =>
      listen(at(`${member}.sock`), (socket) => {
        sockets[member] = socket
        onPackets(socket, (frame) => onFrame(member, frame))
      }),
    ),
  )
  const child = spawn(programPath(GUEST_PROGRAM), argumentsFor(rate, at), { stdio: ['pipe', 'pipe', 'ignore'] })
  let console = ''
  child.stdout.on('data', (chunk: Buffer) => {
    console += chunk.toString('utf8')
  })
  const stop = async () => {
    await ended(child)
    for (const server of servers) server.close()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await until('the guest has its bond', START_LIMIT_MS, () => /READY \S+/.test(console))
  } catch (error) {
    await stop()
    throw new Error(`The virtual machine did not start:\n${console}`, { cause: error })
  }
  const monitor = await openMonitor(at('monitor.sock'))
  return {
    kernel: /READY (\S+)/.exec(console)?.[1] ?? '',
    show: async () => {
      const from = console.length
      child.stdin.write('show\n')
      await until('the guest shows its bond', 20_000, () => console.indexOf('SHOW-END', from) >= 0)
      return console.slice(console.indexOf('SHOW-BEGIN', from), console.indexOf('SHOW-END', from))
    },
    setLight: (member, up) => monitor('set_link', { name: member, up }),
    wires: { p1: wireOf(() => sockets.p1), p2: wireOf(() => sockets.p2) },
    stop,
  }
}

function argumentsFor(rate: string, at: (name: string) => string): string[] {
  const options: readonly (readonly string[])[] = [
    ['-machine', 'q35'],
    ['-m', '192'],
    ['-nodefaults'],
    ['-no-reboot'],
    ['-display', 'none'],
    ['-serial', 'stdio'],
    ['-qmp', `unix:${at('monitor.sock')},server=on,wait=off`],
    ['-kernel', join(IMAGES, 'vmlinuz')],
    ['-initrd', join(IMAGES, 'initrd.gz')],
    ['-append', `console=ttyS0 quiet panic=-1 net.ifnames=0 lacp_rate=${rate}`],
    ...MEMBERS.flatMap((member, index) => [
      ['-netdev', `stream,id=n${member},server=off,addr.type=unix,addr.path=${at(`${member}.sock`)}`],
      // Bonding switches LACP off on a card that is not full duplex.
      ['-device', `virtio-net-pci,id=${member},netdev=n${member},mac=52:54:00:00:00:0${index + 1},${FULL_DUPLEX}`],
    ]),
  ]
  return options.flat()
}

const FULL_DUPLEX = 'speed=1000,duplex=full,romfile='

function listen(path: string, onConnection: (socket: Socket) => void): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer(onConnection)
    server.listen(path, () => resolve(server))
  })
}

/** Each frame, without FCS, follows its length in four octets, most significant first. */
function onPackets(socket: Socket, onFrame: (frame: Uint8Array) => void): void {
  let held = Buffer.alloc(0)
  socket.on('error', () => socket.destroy())
  socket.on('data', (chunk) => {
    held = Buffer.concat([held, chunk])
    while (held.length >= 4 && held.length >= 4 + held.readUInt32BE(0)) {
      const end = 4 + held.readUInt32BE(0)
      onFrame(new Uint8Array(held.subarray(4, end)))
      held = held.subarray(end)
    }
  })
}

function wireOf(socket: () => Socket | undefined): Wire {
  return {
    send: (frame) => {
      const packet = Buffer.alloc(4 + frame.length)
      packet.writeUInt32BE(frame.length)
      packet.set(frame, 4)
      socket()?.write(packet)
    },
    close: () => socket()?.destroy(),
  }
}

/** The machine's monitor (QMP): one JSON object on each line. */
async function openMonitor(path: string) {
  const socket = connect(path)
  let said = ''
  socket.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8')
  })
  const answers = () => said.match(/"return"/g)?.length ?? 0
  const ask = async (execute: string, args: Readonly<Record<string, unknown>> = {}) => {
    const before = answers()
    socket.write(`${JSON.stringify({ execute, arguments: args })}\n`)
    await until(`the monitor answers to ${execute}`, 20_000, () => answers() > before)
  }
  await until('the monitor greets', 20_000, () => said.includes('QMP'))
  await ask('qmp_capabilities')
  return ask
}

/** Ends the virtual machine that this module started, by its own handle. */
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
