import type { VendorId } from '../model/topology.ts'
import { ARISTA_EOS_ROWS } from '../sim/platforms/arista-eos.rows.ts'
import { CISCO_NXOS_ROWS } from '../sim/platforms/cisco-nxos.rows.ts'
import { H3C_COMWARE_ROWS } from '../sim/platforms/h3c-comware.rows.ts'
import { HUAWEI_VRP8_ROWS } from '../sim/platforms/huawei-vrp8.rows.ts'
import { JUNIPER_JUNOS_ROWS } from '../sim/platforms/juniper-junos.rows.ts'
import type { FidelityRow } from '../sim/platforms/row.ts'
import { SONIC_ROWS } from '../sim/platforms/sonic.rows.ts'
import { ARUBA_AOSCX_ROWS } from '../sim/platforms/aruba-aoscx.rows.ts'
import { NVIDIA_CUMULUS_ROWS } from '../sim/platforms/nvidia-cumulus.rows.ts'
import { DELL_OS10_ROWS } from '../sim/platforms/dell-os10.rows.ts'
import { MIKROTIK_ROUTEROS_ROWS } from '../sim/platforms/mikrotik-routeros.rows.ts'
import { GENERIC_ROWS } from '../sim/platforms/generic.rows.ts'

export type { FidelityRow } from '../sim/platforms/row.ts'

/** Failure tables of the platforms; a new platform that has one adds a line. */
export const FIDELITY_ROWS: Readonly<Partial<Record<VendorId, readonly FidelityRow[]>>> = {
  'cisco-nxos': CISCO_NXOS_ROWS,
  'arista-eos': ARISTA_EOS_ROWS,
  'juniper-junos': JUNIPER_JUNOS_ROWS,
  'huawei-vrp8': HUAWEI_VRP8_ROWS,
  'h3c-comware': H3C_COMWARE_ROWS,
  sonic: SONIC_ROWS,
  'aruba-aoscx': ARUBA_AOSCX_ROWS,
  'nvidia-cumulus': NVIDIA_CUMULUS_ROWS,
  'dell-os10': DELL_OS10_ROWS,
  'mikrotik-routeros': MIKROTIK_ROUTEROS_ROWS,
  generic: GENERIC_ROWS,
}
