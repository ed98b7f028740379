import type { VendorId } from '../model/topology.ts'
import { aristaEosExporter } from './arista-eos/exporter.ts'
import { ciscoNxosExporter } from './cisco-nxos/exporter.ts'
import type { Exporter } from './exporter.ts'
import { juniperJunosExporter } from './juniper-junos/exporter.ts'
import { sonicExporter } from './sonic/exporter.ts'
import { h3cComwareExporter } from './h3c-comware/exporter.ts'
import { huaweiVrp8Exporter } from './huawei-vrp8/exporter.ts'
import { arubaAoscxExporter } from './aruba-aoscx/exporter.ts'
import { nvidiaCumulusExporter } from './nvidia-cumulus/exporter.ts'
import { dellOs10Exporter } from './dell-os10/exporter.ts'
import { mikrotikRouterosExporter } from './mikrotik-routeros/exporter.ts'
import { ciscoIosXeExporter } from './cisco-ios-xe/exporter.ts'
import { genericExporter } from './generic/exporter.ts'

/** Every platform's exporter; apart from the profiles so that a simulation does not carry them along. */
export const EXPORTERS: Readonly<Record<VendorId, Exporter>> = {
  'arista-eos': aristaEosExporter,
  'cisco-nxos': ciscoNxosExporter,
  'juniper-junos': juniperJunosExporter,
  sonic: sonicExporter,
  'huawei-vrp8': huaweiVrp8Exporter,
  'h3c-comware': h3cComwareExporter,
  'aruba-aoscx': arubaAoscxExporter,
  'nvidia-cumulus': nvidiaCumulusExporter,
  'dell-os10': dellOs10Exporter,
  'mikrotik-routeros': mikrotikRouterosExporter,
  'cisco-ios-xe': ciscoIosXeExporter,
  generic: genericExporter,
}
