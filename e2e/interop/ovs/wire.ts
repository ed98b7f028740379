import { connect } from 'node:net'
import type { Wire } from '../station.ts'

/**
 * Connects to a dummy device that listens on a unix socket. Each frame, without FCS, follows its length in two octets,
 * most significant first.
 */
export function openWire(path: string, onFrame: (frame: Uint8Array) => void): Promise<Wire> {
  return new Promise((resolve, reject) => {
    const socket = connect(path, () => {
      resolve({
        send: (frame) => {
          const packet = Buffer.alloc(2 + frame.length)
          packet.writeUInt16BE(frame.length)
          packet.set(frame, 2)
          socket.write(packet)
        },
        close: () => socket.destroy(),
      })
    })
    socket.once('error', reject)
    let held = Buffer.alloc(0)
    socket.on('data', (chunk) => {
      held = Buffer.concat([held, chunk])
      while (held.length >= 2 && held.length >= 2 + held.readUInt16BE(0)) {
        const end = 2 + held.readUInt16BE(0)
        onFrame(new Uint8Array(held.subarray(2, end)))
        held = held.subarray(end)
      }
    })
  })
}
