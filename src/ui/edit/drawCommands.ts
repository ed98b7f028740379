import { Lock, LockOpen } from 'lucide-react'
import { lockDevices } from '../../core/model/editDrawing.ts'
import type { DeviceId } from '../../core/model/ids.ts'
import { useDocument } from '../../state/documentStore.ts'
import { presentNetwork } from '../../state/network.ts'
import { useUi } from '../../state/uiStore.ts'
import type { EditCommand } from './command.ts'
import { namesOf } from './names.ts'

/** How what is selected is drawn. */
export const DRAW_COMMANDS: readonly EditCommand[] = [
  {
    name: 'Lock or unlock what is selected',
    keys: 'Shift L',
    Icon: Lock,
    needs: 'Select a device or a pair first.',
    offer: ({ design, devices }) => {
      if (devices.length === 0) return null
      const locked = devices.every((id) => design.drawing?.locked?.includes(id))
      return {
        label: locked ? 'Unlock' : 'Lock',
        short: '',
        Icon: locked ? LockOpen : Lock,
        run: () => lock(devices, !locked),
      }
    },
  },
]

/** What is locked neither moves nor can be removed by hand. */
function lock(devices: readonly DeviceId[], locked: boolean): void {
  const names = namesOf(presentNetwork(), devices)
  const verb = locked ? 'lock' : 'unlock'
  const result = useDocument.getState().change(`${verb} ${names}`, (design) => lockDevices(design, devices, locked))
  const said = locked ? `Locked ${names}: it neither moves nor can be deleted.` : `Unlocked ${names}`
  useUi.getState().announce(result.ok ? said : result.message)
}
