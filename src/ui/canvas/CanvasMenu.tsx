import { AlarmClock, Cable, Link2, MousePointer2, Pencil, Trash2, Unlink, Wrench } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { Edit } from '../../core/model/edits.ts'
import type { Network } from '../../core/model/network.ts'
import { lowered } from '../../core/model/lowered.ts'
import { edit as applyEdit } from '../../state/editing.ts'
import { useNetwork } from '../../state/network.ts'
import { sameTarget, type Target, useUi } from '../../state/uiStore.ts'
import { MENU, MENU_HEAD, MENU_LINE } from '../controls/menu.ts'
import { chosenOf } from '../edit/command.ts'
import { EDIT_COMMANDS } from '../edit/editCommands.ts'
import { failureIcon, openFailures, toggleFailure, useBreakables } from '../failures.ts'
import { type MenuRequest, useCanvas } from './canvasStore.ts'
import { askForOther } from './asking.ts'
import { ClipboardItems } from './ClipboardItems.tsx'
import { bondTitle, cableEnds, domainTitle, portTitle } from './labels.ts'
import { MenuItem } from './MenuItem.tsx'
import { remove } from './remove.ts'
import { isViewOnly } from '../room.ts'
import { SheetItems } from './SheetItems.tsx'

/** The menu of a device, port, cable, bond, pair or of the empty canvas: break and repair it, connect it, remove it. */
export function CanvasMenu() {
  const request = useCanvas((s) => s.menu)
  if (request === null) return null
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(open) => !open && useCanvas.setState({ menu: null })}>
      <DropdownMenu.Trigger asChild>
        <span className="fixed size-0" style={{ left: request.x, top: request.y }} aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          key={`${request.x} ${request.y}`}
          className={MENU}
          align="start"
          side="bottom"
          loop
          aria-label="Canvas menu"
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            giveFocusBack(request)
          }}
        >
          {request.target === null ? <SheetItems request={request} /> : <TargetItems target={request.target} />}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function TargetItems({ target }: { readonly target: Target }) {
  const net = useNetwork()
  const breakables = useBreakables(target)
  return (
    <>
      <DropdownMenu.Label className={`${MENU_HEAD} font-mono text-ink`}>{titleOf(net, target)}</DropdownMenu.Label>
      {breakables.map((breakable) => {
        const { failure, active, shortcut } = breakable
        const Icon = active ? Wrench : failureIcon(failure.id)
        return (
          <MenuItem
            key={failure.id}
            icon={<Icon strokeWidth={1.5} aria-hidden="true" />}
            label={active ? `Repair: ${lowered(failure.label)}` : failure.label}
            shortcut={shortcut}
            onSelect={() => toggleFailure(breakable)}
          />
        )
      })}
      {breakables.length > 0 && (
        <>
          <MenuItem
            icon={<AlarmClock strokeWidth={1.5} aria-hidden="true" />}
            label="Fail with options …"
            shortcut="W"
            onSelect={() => {
              useUi.getState().select(target)
              openFailures()
            }}
          />
        </>
      )}
      {isViewOnly() ? (
        <SelectBond net={net} target={target} />
      ) : (
        <>
          {breakables.length > 0 && <DropdownMenu.Separator className={MENU_LINE} />}
          <EditItems net={net} target={target} />
          <CommandItems target={target} />
          <ClipboardItems target={target} />
          <MenuItem
            icon={<Trash2 strokeWidth={1.5} aria-hidden="true" />}
            label={removeLabel(target)}
            shortcut="Del"
            onSelect={() => remove([target])}
          />
        </>
      )}
    </>
  )
}

function EditItems({ net, target }: { readonly net: Network; readonly target: Target }) {
  const selection = useUi((s) => s.selection)
  const device = target.kind === 'device' ? net.devices.get(target.id) : undefined
  const peers = selection.flatMap(({ kind, id }) =>
    kind === 'device' && net.devices.get(id)?.kind === 'switch' ? [id] : [],
  )
  const [first, second] = peers
  const unpaired = peers.length === 2 && !peers.some((id) => net.domainOf.has(id))
  return (
    <>
      {target.kind === 'note' && (
        <MenuItem
          icon={<Pencil strokeWidth={1.5} aria-hidden="true" />}
          label="Write"
          shortcut="Enter"
          onSelect={() => useCanvas.setState({ writing: target.id })}
        />
      )}
      {device !== undefined && (
        <MenuItem
          icon={<Cable strokeWidth={1.5} aria-hidden="true" />}
          label="Connect to …"
          shortcut="C"
          onSelect={() => askForOther(target)}
        />
      )}
      {unpaired && first !== undefined && second !== undefined && (
        <MenuItem
          icon={<Link2 strokeWidth={1.5} aria-hidden="true" />}
          label="Pair the two switches"
          onSelect={() => edit({ type: 'pair-switches', peers: [first, second] })}
        />
      )}
      {target.kind === 'domain' && (
        <MenuItem
          icon={<Unlink strokeWidth={1.5} aria-hidden="true" />}
          label="Take the pair apart"
          onSelect={() => edit({ type: 'unpair', domain: target.id })}
        />
      )}
      <SelectBond net={net} target={target} />
      {target.kind === 'bond' && (
        <MenuItem
          icon={<Unlink strokeWidth={1.5} aria-hidden="true" />}
          label="Unbundle, keep the cables"
          onSelect={() => edit({ type: 'dissolve-bond', bond: target.id })}
        />
      )}
    </>
  )
}

/** From a cable or port to the bond that it is a member of. */
function SelectBond({ net, target }: { readonly net: Network; readonly target: Target }) {
  const link =
    target.kind === 'link' ? net.links.get(target.id) : target.kind === 'port' ? net.linkAt.get(target.id) : undefined
  const bond = link && net.bondOf.get(link.id)
  return (
    bond && (
      <MenuItem
        icon={<MousePointer2 strokeWidth={1.5} aria-hidden="true" />}
        label={`Select ${bondTitle(net, bond)}`}
        onSelect={() => useUi.getState().select({ kind: 'bond', id: bond.id })}
      />
    )
  )
}

/** What the selection is offered, for the thing under the pointer alone or with the others that are selected. */
function CommandItems({ target }: { readonly target: Target }) {
  const selection = useUi((s) => s.selection)
  const chosen = chosenOf(selection.some((other) => sameTarget(other, target)) ? selection : [target])
  return EDIT_COMMANDS.map(({ name, keys, Icon: Usual, offer }) => {
    const offered = offer(chosen)
    const Icon = offered?.Icon ?? Usual
    return (
      offered && (
        <MenuItem
          key={name}
          icon={<Icon strokeWidth={1.5} aria-hidden="true" />}
          label={offered.label}
          shortcut={keys}
          onSelect={offered.run}
        />
      )
    )
  })
}

/** What was removed by the menu cannot take the focus: the canvas does. */
function giveFocusBack({ opener }: MenuRequest): void {
  const heir = opener?.isConnected === true ? opener : document.querySelector<HTMLElement>('.canvas')
  heir?.focus({ preventScroll: true })
}

function edit(change: Edit): void {
  const result = applyEdit(change)
  if (!result.ok) useUi.getState().announce(result.message)
}

function titleOf(net: Network, target: Target): string {
  switch (target.kind) {
    case 'device':
      return net.devices.get(target.id)?.name ?? ''
    case 'port': {
      const port = net.ports.get(target.id)
      return port === undefined ? '' : portTitle(net, port)
    }
    case 'link': {
      const link = net.links.get(target.id)
      return link === undefined ? '' : cableEnds(net, link)
    }
    case 'bond': {
      const bond = net.bonds.get(target.id)
      return bond === undefined ? '' : bondTitle(net, bond)
    }
    case 'domain': {
      const domain = net.domains.get(target.id)
      return domain === undefined ? '' : domainTitle(net, domain)
    }
    case 'note':
      return 'Note'
  }
}

function removeLabel({ kind }: Target): string {
  switch (kind) {
    case 'device':
    case 'note':
      return 'Delete'
    case 'domain':
      return 'Delete both switches'
    case 'port':
    case 'link':
      return 'Delete cable'
    case 'bond':
      return 'Delete its cables'
  }
}
