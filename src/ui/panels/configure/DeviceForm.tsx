import type { Device, VendorId } from '../../../core/model/topology.ts'
import { ALL_VENDORS, PLATFORMS, VENDORS } from '../../../core/vendors/platforms.ts'
import { useNetwork } from '../../../state/network.ts'
import { useUi } from '../../../state/uiStore.ts'
import { Button } from '../../controls/Button.tsx'
import { NumberField, SelectField, TextField } from '../../controls/fields.tsx'
import { askForOther } from '../../canvas/asking.ts'
import { Section } from '../Section.tsx'
import { commit } from './commit.ts'
import { SpanningTreeForm } from './SpanningTreeFields.tsx'
import { FlowsOf } from './FlowsOf.tsx'

export function DeviceForm({ device }: { readonly device: Device }) {
  const { id } = device
  const peer = useNetwork().domainOf.has(id)
  return (
    <>
      <Section head="Device">
        <TextField
          label="Name"
          mono
          value={device.name}
          onCommit={(name) => commit({ type: 'set-device', device: id, set: { name } })}
        />
        <TextField
          label="Label"
          value={device.label}
          onCommit={(label) => commit({ type: 'set-device', device: id, set: { label } })}
        />
        {device.kind === 'switch' && (
          <SelectField<VendorId>
            label="Platform"
            value={device.vendor}
            choices={(peer ? VENDORS : ALL_VENDORS).map((value) => ({
              value,
              label: PLATFORMS[value].words.vendorPlatform,
            }))}
            onCommit={(vendor) => commit({ type: 'set-platform', device: id, vendor })}
          />
        )}
        <TextField
          label={device.kind === 'host' ? 'MAC' : 'Base MAC'}
          mono
          value={device.mac}
          onCommit={(mac) => commit({ type: 'set-device', device: id, set: { mac } })}
        />
        {(device.kind === 'host' || device.kind === 'router') && (
          <TextField
            label={device.kind === 'host' ? 'IPv4' : 'Address'}
            mono
            value={device.ipv4}
            onCommit={(ipv4) => commit({ type: 'set-device', device: id, set: { ipv4 } })}
          />
        )}
        {device.kind === 'host' && (
          <SelectField
            label="Answers to"
            value={device.answersTo ?? 'gateway'}
            choices={[
              { value: 'gateway', label: 'its gateway' },
              { value: 'sender', label: 'the MAC it hears' },
            ]}
            hint="What leaves its VLAN. Some storage and load balancers answer to the MAC that a frame came from."
            onCommit={(answersTo) => commit({ type: 'set-device', device: id, set: { answersTo } })}
          />
        )}
        {device.kind === 'switch' && (
          <NumberField
            label="LACP priority"
            value={device.lacpSystemPriority}
            min={0}
            max={65_535}
            hint="Of the switch by itself; a pair announces its own."
            onCommit={(lacpSystemPriority) => commit({ type: 'set-device', device: id, set: { lacpSystemPriority } })}
          />
        )}
        <div className="flex flex-wrap gap-1.5 pt-2">
          <Button compact onClick={() => askForOther({ kind: 'device', id })}>
            Connect to …
          </Button>
          {device.kind === 'switch' && <PairButtons id={id} />}
        </div>
      </Section>
      {device.kind === 'switch' && <SpanningTreeForm device={device} />}
      {device.kind === 'host' && <FlowsOf host={id} />}
    </>
  )
}

/** Another switch without a pair, to become this one's peer; or the way to the pair it is in. */
function PairButtons({ id }: { readonly id: Device['id'] }) {
  const net = useNetwork()
  const domain = net.domainOf.get(id)
  const announce = useUi((ui) => ui.announce)
  if (domain !== undefined) {
    return (
      <Button compact onClick={() => useUi.getState().select({ kind: 'domain', id: domain.id })}>
        Settings of {domain.name}
      </Button>
    )
  }
  const others = net.topology.devices.filter((d) => d.kind === 'switch' && d.id !== id && !net.domainOf.has(d.id))
  return others.slice(0, MOST).map((other) => (
    <Button
      key={other.id}
      compact
      onClick={() => {
        const refusal = commit({ type: 'pair-switches', peers: [id, other.id] })
        announce(refusal ?? `${net.devices.get(id)?.name ?? ''} and ${other.name} are a pair now.`)
      }}
    >
      Pair with {other.name}
    </Button>
  ))
}

const MOST = 4
