import { connect } from 'node:net'

/** Runs commands of a daemon. */
export interface Control {
  /** Runs one command and gives what it prints. Commands run one after another. */
  run(method: string, ...params: readonly string[]): Promise<string>
}

interface Answer {
  readonly result: string | null
  readonly error: string | null
}

/**
 * The control socket of an Open vSwitch daemon: the one that `ovs-appctl` uses, without a process per command. It
 * speaks JSON-RPC. Every command has a connection of its own: the daemon takes new connections once in each round of
 * its main loop, so between two answers it has been through everything else it has to do.
 */
export function controlOf(path: string): Control {
  let last: Promise<unknown> = Promise.resolve()
  return {
    run: (method, ...params) => {
      const answer = last.then(() => ask(path, JSON.stringify({ method, params, id: 0 })))
      last = answer.catch(() => undefined)
      return answer.then(({ result, error }) => {
        if (error !== null) throw new Error(`${method} ${params.join(' ')}: ${error.trim()}`)
        return result ?? ''
      })
    },
  }
}

function ask(path: string, request: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = connect(path, () => socket.write(request))
    let text = ''
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('the daemon closed its control socket')))
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8')
      const answer = parsed(text)
      if (answer === null) return
      resolve(answer)
      socket.destroy()
    })
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
