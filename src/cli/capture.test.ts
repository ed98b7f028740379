import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { decodeFrame } from '../core/capture/decode.ts'
import { readPcapng } from '../core/capture/testing/readPcapng.ts'
import type { Capture } from '../core/model/capture.ts'
import { main } from './main.ts'

const BASIC = 'template:basic-pair'
const RUN = ['--until', '3s', '--probe', '100']

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mlag-studio-capture-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('saves what every cable carried, with what was lost and why', async () => {
  const answer = await mlag(
    'capture',
    BASIC,
    ...RUN,
    '--fail',
    'link-silent:srv-1:eth0,dir=both@1s',
    '--out',
    'all.pcapng',
  )
  const file = await read('all.pcapng')
  expect(answer).toEqual({
    code: 0,
    out: `all.pcapng: ${file.packets.length} frames on ${file.interfaces.length} cable ends\n`,
    err: '',
  })
  expect(new Set(file.packets.map(({ octets }) => decodeFrame(octets).protocol))).toEqual(
    new Set(['lacp', 'bpdu', 'keepalive', 'peer-sync', 'probe']),
  )
  const lost = file.packets.filter(({ comment }) => comment === 'lost: the cable is silent this way')
  expect(new Set(lost.map(({ from }) => file.interfaces[from]?.name))).toEqual(
    new Set(['leaf-a Ethernet1/1', 'srv-1 eth0']),
  )
  expect(lost.every(({ at }) => at >= 1_000_000 && at <= 3_000_000)).toBe(true)
})

test('of one device has all its cables, of one cable both ends', async () => {
  await mlag('capture', BASIC, ...RUN, '--device', 'srv-1', '--out', 'device.pcapng')
  expect(namesIn(await read('device.pcapng'))).toEqual([
    'leaf-a Ethernet1/1',
    'leaf-b Ethernet1/1',
    'srv-1 eth0',
    'srv-1 eth1',
  ])
  await mlag('capture', BASIC, ...RUN, '--link', 'srv-1:eth0', '--out', 'link.pcapng')
  expect(namesIn(await read('link.pcapng'))).toEqual(['leaf-a Ethernet1/1', 'srv-1 eth0'])
})

test('the same run gives the same file, octet by octet', async () => {
  for (const name of ['one', 'two']) await mlag('capture', BASIC, ...RUN, '--cold', '--seed', '7', '--out', name)
  expect(await readFile(join(folder, 'one'))).toEqual(await readFile(join(folder, 'two')))
})

test.each([
  ['without a file to write', [BASIC, '--until', '1s'], '--out is missing'],
  ['without an end', [BASIC, '--out', 'x'], '--until is missing'],
  [
    'of a cable and a device',
    [BASIC, '--until', '1s', '--out', 'x', '--link', 'srv-1:eth0', '--device', 'srv-1'],
    'not both',
  ],
  ['of a device as a cable', [BASIC, '--until', '1s', '--out', 'x', '--link', 'srv-1'], 'srv-1 is a device'],
  ['of an unknown cable', [BASIC, '--until', '1s', '--out', 'x', '--link', 'srv-9:eth0'], 'srv-9'],
  ['of an unknown device', [BASIC, '--until', '1s', '--out', 'x', '--device', 'srv-9'], 'there are leaf-a'],
])('a capture %s is wrong usage', async (_, args, message) => {
  const answer = await mlag('capture', ...args)
  expect(answer).toMatchObject({ code: 2, out: '' })
  expect(answer.err).toContain(message)
})

test('a file that cannot be written is an error', async () => {
  const answer = await mlag('capture', BASIC, ...RUN, '--out', 'no/such/folder.pcapng')
  expect(answer).toMatchObject({ code: 1, out: '', err: expect.stringContaining('cannot be written') })
})

async function mlag(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' }
  const code = await main(args, {
    cwd: folder,
    out: (text) => void (written.out += text),
    err: (text) => void (written.err += text),
    readStdin: () => Promise.resolve(''),
  })
  return { code, ...written }
}

async function read(name: string): Promise<Capture> {
  return readPcapng(await readFile(join(folder, name)))
}

function namesIn({ interfaces }: Capture): readonly string[] {
  return interfaces.map(({ name }) => name).toSorted()
}
