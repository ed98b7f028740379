import { bondTable } from './bondTable.ts'
import { cableTable } from './cableTable.ts'
import { deviceTable } from './deviceTable.ts'
import { flowTable } from './flowTable.ts'
import { portTable } from './portTable.ts'
import type { Table } from './table.ts'
import { vlanTable } from './vlanTable.ts'

/** In the order of their tabs. */
export const TABLES: readonly Table[] = [deviceTable, portTable, cableTable, bondTable, vlanTable, flowTable]
