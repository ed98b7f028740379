import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isInstalled, programPath } from '../programs.ts'
import { linesOf, withFolder, type Judge, type ServerFile } from './judge.ts'

/** `netplan generate` on a folder instead of the machine. */
export const netplanJudge: Judge = {
  format: 'netplan',
  isReady: () => isInstalled('Netplan', ['netplan']),
  complaints: (files) => withFolder(files, (folder) => generate(folder)),
}

/** Files of systemd-networkd that Netplan makes of its own. Throws what it complains of. */
export function generatedBy(files: readonly ServerFile[]): Promise<readonly ServerFile[]> {
  return withFolder(files, (folder) => {
    const complaints = generate(folder)
    if (complaints.length > 0) throw new Error(complaints.join('\n'))
    const target = join(folder, 'run', 'systemd', 'network')
    return readdirSync(target).map((name) => ({ path: name, text: readFileSync(join(target, name), 'utf8') }))
  })
}

function generate(folder: string): readonly string[] {
  const { status, stdout, stderr } = spawnSync(programPath('netplan'), ['generate', '--root-dir', folder], {
    encoding: 'utf8',
  })
  const said = linesOf(`${stdout}${stderr}`)
  return status === 0 || said.length > 0 ? said : [`netplan generate ended with ${status}`]
}
