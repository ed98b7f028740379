import { connect } from 'node:net'
import type { Socket } from 'node:net'

/** Open connection to a daemon's control socket. */
export interface Control {
  /** Runs one command and gives what it prints. Commands run one after another. */
  run(method: string, ...params: readonly string[]): Promise<string>
  close(): void
}

interface Answer {
  readonly result: string | null
  readonly error: string | null
}

/**
 * Connects to the control socket of an Open vSwitch daemon: the one that `ovs-appctl` uses, without a process per
 * command. It speaks JSON-RPC, one object after another without separators.
 */
export async function openControl(path: string): Promise<Control> {
  const socket = await connected(path)
  let last: Promise<unknown> = Promise.resolve()
  let id = 0
  return {
    run: (method, ...params) => {
      id += 1
      const request = JSON.stringify({ method, params, id })
      const answer = last.then(() => ask(socket, request))
      last = answer.catch(() => undefined)
      return answer.then(({ result, error }) => {
        if (error !== null) throw new Error(`${method} ${params.join(' ')}: ${error.trim()}`)
        return result ?? ''
      })
    },
    close: () => socket.destroy(),
  }
}

function ask(socket: Socket, request: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let text = ''
    const done = () => {
      socket.off('data', onData)
      socket.off('close', onClose)
    }
    const onData = (chunk: Buffer) => {
      text += chunk.toString('utf8')
      const answer = parsed(text)
      if (answer === null) return
      done()
      resolve(answer)
    }
    const onClose = () => {
      done()
      reject(new Error('the daemon closed its control socket'))
    }
    socket.on('data', onData)
    socket.on('close', onClose)
    socket.write(request)
  })
}

/** The answer once all of it is there. */
function parsed(text: string): Answer | null {
  try {
    return JSON.parse(text) as Answer
  } catch {
    return null
  }
}

function connected(path: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(path, () => resolve(socket))
    socket.once('error', reject)
  })
}
