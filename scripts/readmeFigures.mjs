// `npm run readme:figures`: measures the README's tables with the command line and writes them between their markers.
// With --check it writes nothing and fails when the README says something else.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './install.mjs'

const README = join(ROOT, 'README.md')
const PLATFORMS = [
  { id: 'cisco-nxos', title: 'NX-OS' },
  { id: 'arista-eos', title: 'EOS' },
]

/** What breaks. `flags` go to `simulate`; `change` is made to the topology first; `platforms` where it is not all. */
const ROWS = [
  {
    what: 'Member cable cut',
    flags: ['--fail', 'link-cut:srv-1:eth0@5s', '--until', '20s'],
  },
  {
    what: 'Member cable silent (light stays), LACP fast at both ends',
    flags: ['--fail', 'link-silent:srv-1:eth0@5s', '--until', '30s'],
  },
  {
    what: 'Member cable silent, LACP slow at both ends',
    flags: ['--fail', 'link-silent:srv-2:eth0@5s', '--until', '120s'],
  },
  {
    what: 'Member cable silent, the server asks for fast, the switches for slow',
    change: ({ bonds }) => {
      bonds.find(({ id }) => id === 'bond-srv-1').ends.find(({ at }) => at.domain !== undefined).rate = 'slow'
    },
    flags: ['--fail', 'link-silent:srv-1:eth0@5s', '--until', '120s'],
  },
  {
    what: 'Peer-link down, keepalive alive',
    flags: ['--fail', 'peer-link-down:leafs@5s', '--until', '60s'],
  },
  {
    what: 'The same with dual-primary detection at 5 s',
    platforms: ['arista-eos'],
    change: ({ domains: [{ settings }] }) => {
      settings.switches['dual-primary-detection'] = true
    },
    flags: ['--fail', 'peer-link-down:leafs@5s', '--until', '60s'],
  },
  {
    what: 'Keepalive down, the peer-link 15 s later',
    flags: ['--fail', 'keepalive-down:leafs@5s', '--fail', 'peer-link-down:leafs@20s', '--until', '60s'],
  },
  {
    what: 'Primary powered off',
    flags: ['--fail', 'device-power-off:leaf-a@5s', '--until', '60s'],
  },
]

const GROUPS = [
  { title: 'between bonded servers', has: (ends) => ends.every(isServer) },
  { title: 'bonded servers and the primary’s orphan', has: (ends) => ends.some(isServer) && ends.includes('orphan-a') },
  {
    title: 'bonded servers and the secondary’s orphan',
    has: (ends) => ends.some(isServer) && ends.includes('orphan-b'),
  },
]

/** What `compare` says of a design without failures. */
const TRAITS = [
  {
    what: 'Cables a server sends on',
    cell: ({ servers }) => each(servers, ({ used, cables }) => `${used} of ${cables}`),
  },
  { what: 'Switches a server’s bond spans', cell: ({ servers }) => each(servers, ({ switches }) => String(switches)) },
  { what: 'Cables blocked by spanning tree', cell: ({ blocked }) => String(blocked) },
  { what: 'Usable bandwidth', cell: bandwidth },
]

const tables = {
  designs: designTable(JSON.parse(mlag(['compare', '--json'])).designs),
  figures: [
    `| failure at 5 s | platform | ${GROUPS.map(({ title }) => title).join(' | ')} | pair afterwards |`,
    `|---|---|${GROUPS.map(() => '---').join('|')}|---|`,
    ...ROWS.flatMap(rows),
  ].join('\n'),
}

const old = readFileSync(README, 'utf8')
const fresh = Object.entries(tables).reduce(between, old)
if (process.argv.includes('--check')) {
  console.log(fresh === old ? 'README figures are what the engine measures' : Object.values(tables).join('\n\n'))
  process.exitCode = fresh === old ? 0 : 1
} else {
  writeFileSync(README, fresh)
  console.log(Object.values(tables).join('\n\n'))
}

/** The text with a table between the markers of its name. */
function between(text, [name, table]) {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`]
  const [before, rest] = text.split(start)
  const after = rest?.split(end)[1]
  if (after === undefined) throw new Error(`README.md has no ${start} … ${end}`)
  return `${before}${start}\n\n${table}\n\n${end}${after}`
}

/** One column for each design; after a fault what was lost and what is usable then. */
function designTable({ subjects, faults }) {
  const line = (what, cells) => `| ${what} | ${cells.join(' | ')} |`
  return [
    line(
      '',
      subjects.map(({ title }) => title),
    ),
    `|---|${subjects.map(() => '---').join('|')}|`,
    ...TRAITS.map(({ what, cell }) =>
      line(
        what,
        subjects.map(({ healthy }) => cell(healthy)),
      ),
    ),
    ...faults.map(({ title, results }) => line(title, results.map(faultCell))),
  ].join('\n')
}

function faultCell({ refused, lost, directions, open, worstMs, after }) {
  if (refused !== null) return 'has none'
  if (lost === 0) return 'nothing lost'
  const parts = [worstMs === null ? '' : `up to ${written(worstMs)}`, open === 0 ? '' : 'until repair']
  return `${lost} of ${directions}: ${parts.filter((part) => part !== '').join('; ')} (then ${after.usableGbps} Gbit/s)`
}

function each(servers, words) {
  return [...new Set(servers.map(words))].join(' or ')
}

function bandwidth({ usableGbps, totalGbps }) {
  return `${usableGbps} of ${totalGbps} Gbit/s`
}

/** One line for each platform; one for all when they measure the same. */
function rows({ what, flags, change = () => {}, platforms = PLATFORMS.map(({ id }) => id) }) {
  const measured = PLATFORMS.filter(({ id }) => platforms.includes(id)).map(({ id, title }) => ({
    title,
    cells: cells(simulate(id, flags, change)),
  }))
  const same = measured.every(({ cells: one }) => one.join('|') === measured[0].cells.join('|'))
  const shown = same ? [{ title: measured.map(({ title }) => title).join(', '), cells: measured[0].cells }] : measured
  return shown.map(({ title, cells: one }) => `| ${what} | ${title} | ${one.join(' | ')} |`)
}

function cells({ flows, domains: [domain] }) {
  const directions = flows.flatMap((flow) => flow.directions)
  const outages = GROUPS.map(({ has }) => outageCell(directions.filter(({ from, to }) => has([from, to]))))
  return [...outages, `step ${domain.step}, ${domain.status}`]
}

/** How many flow directions lost something, and the range of their worst outages. */
function outageCell(directions) {
  const worst = directions.filter(({ outages }) => outages.length > 0).map(({ outages }) => worstOf(outages))
  if (worst.length === 0) return 'nothing lost'
  const ended = worst.filter(({ open }) => !open).map(({ durationMs }) => durationMs)
  const parts = [ended.length > 0 ? range(ended) : '', ended.length < worst.length ? 'until repair' : '']
  return `${worst.length} of ${directions.length}: ${parts.filter((part) => part !== '').join('; ')}`
}

function worstOf(outages) {
  return outages.toSorted((a, b) => Number(b.open) - Number(a.open) || b.durationMs - a.durationMs)[0]
}

function range(durations) {
  const [low, high] = [Math.min(...durations), Math.max(...durations)].map(written)
  return low === high ? low : `${low} to ${high}`
}

function written(ms) {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`
}

function isServer(name) {
  return name.startsWith('srv-')
}

function simulate(platform, flags, change) {
  const design = JSON.parse(mlag(['template', 'basic-pair']))
  change(design.design.topology)
  const args = ['simulate', '-', '--platform', platform, '--probe', '1', ...flags, '--json']
  return JSON.parse(mlag(args, JSON.stringify(design)))
}

function mlag(args, input = '') {
  const run = spawnSync(process.execPath, [join(ROOT, 'scripts/mlag.mjs'), ...args], {
    encoding: 'utf8',
    input,
    maxBuffer: 64 * 1024 * 1024,
  })
  if (run.status !== 0) throw new Error(run.stderr)
  return run.stdout
}
