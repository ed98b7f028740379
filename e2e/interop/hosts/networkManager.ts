import { spawnSync } from 'node:child_process'
import { isInstalled, programPath } from '../programs.ts'
import { linesOf, type Judge, type ServerFile } from './judge.ts'

/**
 * NetworkManager's own reader of keyfiles, without its daemon: `nmcli --offline` reads a profile, changes its id to what
 * it was and writes it. What it did not understand is gone.
 */
export const networkManagerJudge: Judge = {
  format: 'networkmanager',
  isReady: () => isInstalled('NetworkManager', ['nmcli']),
  complaints: async (files) => files.flatMap(read),
}

function read({ path, text }: ServerFile): readonly string[] {
  const id = /^id=(.*)$/m.exec(text)?.[1] ?? ''
  const { status, stdout, stderr } = spawnSync(
    programPath('nmcli'),
    ['--offline', 'connection', 'modify', 'connection.id', id],
    { encoding: 'utf8', input: text },
  )
  if (status !== 0 || stderr.trim() !== '') return [`${path}: ${stderr.trim()}`]
  const understood = new Set(settings(stdout))
  return settings(text)
    .filter((setting) => !understood.has(setting))
    .map((setting) => `${path}: ${setting} is not understood`)
}

/** `[bond] mode=802.3ad` of each line. */
function settings(keyfile: string): readonly string[] {
  let section = ''
  return linesOf(keyfile).flatMap((line) => {
    if (line.startsWith('#')) return []
    if (!line.startsWith('[')) return [`${section} ${line}`]
    section = line
    return []
  })
}
