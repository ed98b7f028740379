import type { BondId, LinkId } from '../../../core/model/ids.ts'
import type { Network } from '../../../core/model/network.ts'
import { useNetwork } from '../../../state/network.ts'
import { type Target, useUi } from '../../../state/uiStore.ts'
import { SelectField, TextField } from '../../controls/fields.tsx'
import { bondTable } from '../../tables/bondTable.ts'
import { cableTable } from '../../tables/cableTable.ts'
import { setRows } from '../../tables/change.ts'
import { deviceTable } from '../../tables/deviceTable.ts'
import type { CellEdit, Table, TableRow } from '../../tables/table.ts'
import { Section } from '../Section.tsx'

/** What all of several selected devices, cables, ports or bonds have in common, set for all of them as one step. */
export function ManyForm() {
  const net = useNetwork()
  const selection = useUi((s) => s.selection)
  const links = new Set(selection.flatMap((target) => linksOf(net, target)))
  const bonds = new Set(selection.flatMap((target) => bondsOf(net, target)))
  const devices = new Set<string>(selection.flatMap(({ kind, id }) => (kind === 'device' ? [id] : [])))
  return (
    <>
      <Group table={bondTable} ids={bonds} />
      <Group table={cableTable} ids={links} />
      <Group table={deviceTable} ids={devices} />
    </>
  )
}

function Group({ table, ids }: { readonly table: Table; readonly ids: ReadonlySet<string> }) {
  const net = useNetwork()
  const rows = table.rows(net).filter(({ key }) => ids.has(key))
  if (rows.length === 0) return null
  return (
    <Section head={table.title} right={`${rows.length}`}>
      {table.columns.map(({ head, identifies }, column) => {
        const editable = rows.filter((row) => row.cells[column]?.edit !== undefined)
        if (identifies === true || OF_ONE.includes(head) || editable.length === 0) return null
        return <ColumnField key={head} table={table} rows={editable} column={column} all={rows.length} />
      })}
    </Section>
  )
}

function ColumnField({
  table,
  rows,
  column,
  all,
}: {
  readonly table: Table
  readonly rows: readonly TableRow[]
  readonly column: number
  /** Of the group; some may have no such field. */
  readonly all: number
}) {
  const label = table.columns[column]?.head ?? ''
  const texts = new Set(rows.map((row) => row.cells[column]?.text ?? ''))
  const [first = ''] = texts
  const value = texts.size === 1 ? first : ''
  const choices = choicesOf(rows, column)
  const hint = [endOf(table, rows, label), rows.length < all ? `${rows.length} of them have it.` : '']
    .filter((part) => part !== '')
    .join(' ')
  const shared = {
    label,
    ...(hint === '' ? {} : { hint }),
    onCommit: (text: string) => (text === '' ? undefined : (setRows(rows, table.columns, column, text) ?? undefined)),
  }
  if (choices === null)
    return <TextField {...shared} mono value={value} placeholder={texts.size > 1 ? 'different' : ''} />
  const options = choices.map((choice) => ({ value: choice, label: choice }))
  return (
    <SelectField
      {...shared}
      value={value}
      choices={texts.size > 1 ? [{ value: '', label: 'different' }, ...options] : options}
    />
  )
}

/** The texts that every one of them takes; null where any text goes. */
function choicesOf(rows: readonly TableRow[], column: number): readonly string[] | null {
  const lists = rows.map((row): CellEdit['choices'] => row.cells[column]?.edit?.choices)
  const [first] = lists
  return first === undefined ? null : first.filter((choice) => lists.every((list) => list?.includes(choice)))
}

/** Which side of the bonds "A" and "B" are, where it is the same for all. */
function endOf({ columns }: Table, rows: readonly TableRow[], label: string): string {
  const end = /^([AB]) /.exec(label)?.[1]
  const column = columns.findIndex(({ head }) => head === end)
  const names = new Set(rows.map((row) => row.cells[column]?.text ?? ''))
  const [name = ''] = names
  return end === undefined ? '' : names.size === 1 ? `${end} is ${name}.` : ''
}

function linksOf(net: Network, target: Target): readonly LinkId[] {
  if (target.kind === 'link') return [target.id]
  return target.kind === 'port' ? [net.linkAt.get(target.id)?.id ?? []].flat() : []
}

/** VLANs and MTU of a member are its bond's. */
function bondsOf(net: Network, target: Target): readonly BondId[] {
  if (target.kind === 'bond') return [target.id]
  return linksOf(net, target).flatMap((link) => net.bondOf.get(link)?.id ?? [])
}

/** What no two things of a design share. */
const OF_ONE: readonly string[] = ['Name', 'Address', 'MAC', 'A number', 'B number']
