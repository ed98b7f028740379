import type { Link } from '../../../core/model/topology.ts'
import type { PortId } from '../../../core/model/ids.ts'
import { useNetwork } from '../../../state/network.ts'
import { useRuntime } from '../../../state/runtimeStore.ts'
import { useUi } from '../../../state/uiStore.ts'
import { portTitle } from '../../canvas/labels.ts'
import { Chip } from '../../state/Chip.tsx'
import { STATE_MEANING } from '../../state/words.ts'
import { Section } from '../Section.tsx'
import { FlowsThrough } from './FlowsThrough.tsx'
import { LacpBits } from './LacpBits.tsx'
import { sentence } from './sentence.ts'
import { Why } from './Why.tsx'

/** A cable: why, both of its ports, and what runs over it. */
export function CableState({ link }: { readonly link: Link }) {
  const state = useRuntime((run) => run.links.get(link.id)?.state ?? 'unknown')
  const reason = useRuntime((run) =>
    link.ends.map((end) => run.ports.get(end)?.reason).find((text) => text !== null && text !== undefined),
  )
  return (
    <>
      <Why target={{ kind: 'link', id: link.id }}>{sentence(reason ?? STATE_MEANING[state])}</Why>
      {link.ends.map((end) => (
        <EndState key={end} port={end} />
      ))}
      <FlowsThrough links={[link.id]} />
    </>
  )
}

function EndState({ port }: { readonly port: PortId }) {
  const net = useNetwork()
  const view = useRuntime((run) => run.ports.get(port))
  const drawn = net.ports.get(port)
  if (drawn === undefined) return null
  return (
    <>
      <Section head={portTitle(net, drawn)}>
        <div className="flex items-center gap-2">
          <Chip state={view?.state ?? 'unknown'} />
          <span className="text-ink-3">{view?.carrier === true ? 'light' : 'no light'}</span>
          <button
            type="button"
            className="ml-auto text-you-text hover:underline"
            onClick={() => useUi.getState().select({ kind: 'port', id: port })}
          >
            All of this port
          </button>
        </div>
        {view !== undefined && view.reason !== null && (
          <p className="pt-1 leading-[18px] text-ink-2">{sentence(view.reason)}</p>
        )}
      </Section>
      {view !== undefined && view.lacp !== null && (
        <LacpBits port={port} actor={view.lacp.actor.state} partner={view.lacp.partner.state} />
      )}
    </>
  )
}
