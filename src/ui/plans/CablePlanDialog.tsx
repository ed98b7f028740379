import { Download, Printer } from 'lucide-react'
import { useMemo } from 'react'
import { CABLE_HEAD, cableCells, cablePlan, cablesCsv } from '../../core/export/cablePlan.ts'
import { useDocument } from '../../state/documentStore.ts'
import { useNetwork } from '../../state/network.ts'
import { download, fileName } from '../../state/openDesign.ts'
import { Button } from '../controls/Button.tsx'
import { Frame } from '../dialogs/Frame.tsx'
import { Printable } from '../dialogs/Printable.tsx'
import { PlanTable } from './PlanTable.tsx'

/** Every cable of the design with both ends: read, printed or taken into a spreadsheet. */
export function CablePlanDialog() {
  const net = useNetwork()
  const title = useDocument((state) => state.design.title)
  const rows = useMemo(() => cablePlan(net), [net])
  const save = (): void => download(`${fileName(title)}-cables.csv`, new Blob([cablesCsv(net)], { type: 'text/csv' }))
  return (
    <Frame
      title="Cable plan"
      description={`${rows.length} ${rows.length === 1 ? 'cable' : 'cables'}, those of pairs first, device by device and port by port.`}
      size="full"
      actions={
        <>
          <Button onClick={save}>
            <Download strokeWidth={1.5} />
            Save CSV
          </Button>
          <Button look="primary" onClick={() => print()}>
            <Printer strokeWidth={1.5} />
            Print
          </Button>
        </>
      }
    >
      <Printable>
        <article>
          <h2>Cable plan: {title}</h2>
          {rows.length === 0 ? (
            <p>There is no cable yet.</p>
          ) : (
            <PlanTable head={CABLE_HEAD} rows={rows.map(cableCells)} />
          )}
        </article>
      </Printable>
    </Frame>
  )
}
