import { freePorts, replug } from '../../../core/model/editPorts.ts'
import type { Network } from '../../../core/model/network.ts'
import type { Link, Port } from '../../../core/model/topology.ts'
import { NAMINGS } from '../../../core/vendors/platforms.ts'
import { change } from '../../../state/editing.ts'
import { useNetwork } from '../../../state/network.ts'
import { SelectField } from '../../controls/fields.tsx'

/** The ports that a cable is plugged into, each with the free ones of its device. */
export function PortFields({ link }: { readonly link: Link }) {
  const net = useNetwork()
  return ([0, 1] as const).map((end) => {
    const port = net.ports.get(link.ends[end])
    return port === undefined ? null : <PortField key={end} net={net} link={link} end={end} port={port} />
  })
}

function PortField({ net, link, end, port }: PortFieldProps) {
  const device = net.devices.get(port.device)
  if (device === undefined) return null
  const free = freePorts(net.topology, device, port.kind, { namings: NAMINGS })
  const all = [port, ...free].toSorted((a, b) => a.index - b.index)
  return (
    <SelectField
      label={device.name}
      value={String(port.index)}
      choices={all.map(({ index, name }) => ({ value: String(index), label: name }))}
      onCommit={(index) => {
        const result = change(`move cable on ${device.name}`, (design, context) =>
          replug(design, link.id, end, Number(index), context),
        )
        return result.ok ? undefined : result.message
      }}
    />
  )
}

interface PortFieldProps {
  readonly net: Network
  readonly link: Link
  readonly end: 0 | 1
  readonly port: Port
}
