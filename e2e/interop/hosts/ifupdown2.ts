import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isInstalled } from '../programs.ts'
import { linesOf, withFolder, type Judge } from './judge.ts'

const LIBRARY = '/usr/share/ifupdown2'

/**
 * `ifquery` reads the interfaces file and names attributes that no module has; `ifup --syntax-check` names values that an
 * attribute cannot have, and ends before it does anything. Both with a configuration that has the checks turned on.
 */
export const ifupdown2Judge: Judge = {
  format: 'ifupdown2',
  isReady: () => {
    const what = 'ifupdown2'
    if (!existsSync(LIBRARY)) {
      console.warn(`${what}: skipped, ${LIBRARY} not installed`)
      return false
    }
    if (process.getuid?.() !== 0) {
      console.warn(`${what}: skipped, ifquery runs as root only`)
      return false
    }
    return isInstalled(what, ['python3', 'ifquery'])
  },
  complaints: (files) =>
    withFolder([...files, { path: 'checking.conf', text: CHECKING }], (folder) =>
      files.flatMap(({ path, text }) => {
        const file = join(folder, path)
        const query = run(folder, 'ifquery', ['-a', '-i', file])
        const read = new Set(statements(query.stdout))
        return [
          ...complaintsOf(query.stderr),
          ...statements(text).flatMap((line) => (read.has(line) ? [] : [`${line} was not read`])),
          ...complaintsOf(run(folder, 'ifup', ['-a', '--syntax-check', '--no-act', '-i', file]).stderr),
        ]
      }),
    ),
}

/**
 * Its start file looks at the name it is called by; its configuration is at a fixed place unless told otherwise. The module
 * for a switch's spanning tree wants mstpd's program to be there, which nothing calls while a file is read.
 */
const STARTER = `
import os, sys
there = os.path.exists
os.path.exists = lambda path: path == '/sbin/mstpctl' or there(path)
program = '${LIBRARY}/__main__.py'
sys.path.insert(0, '${LIBRARY}')
import ifupdown.config as config
config.IFUPDOWN2_CONF_PATH = sys.argv[1]
sys.argv[0:2] = []
exec(compile(open(program).read(), program, 'exec'), {'__name__': '__main__', '__file__': program})
`
const CHECKING = ['addon_syntax_check=1', 'addon_scripts_support=0', 'disable_cli_interfacesfile=0', ''].join('\n')

function run(folder: string, name: string, args: readonly string[]) {
  return spawnSync('python3', ['-c', STARTER, join(folder, 'checking.conf'), name, ...args], { encoding: 'utf8' })
}

/** Without what its listener of kernel events says when it is ended early: that is not about the file. */
function complaintsOf(stderr: string): readonly string[] {
  return linesOf(stderr).filter((line) => !line.startsWith('error: recv() error'))
}

function statements(text: string): readonly string[] {
  return linesOf(text)
    .map((line) => line.trim())
    .filter((line) => !line.startsWith('#'))
}
