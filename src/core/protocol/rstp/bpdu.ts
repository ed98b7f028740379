/** A decoded BPDU. Source: IEEE 802.1D-2004, 9.3 (clause text not read; fields as open decoders name them). */
export type Bpdu = RstBpdu | ConfigBpdu | TcnBpdu

/** Role as two flag bits carry it; `unknown` is what a Master port of MSTP sends. */
export type BpduRole = 'unknown' | 'alternate-backup' | 'root' | 'designated'

export interface BridgeId {
  /** 16 bits: priority in steps of 4096 and the 12-bit system id extension. Lower is better. */
  readonly priority: number
  /** Lower case with colons. */
  readonly mac: string
}

/** What Configuration and RST BPDUs share. */
interface BpduVector {
  readonly root: BridgeId
  readonly rootPathCost: number
  readonly bridge: BridgeId
  /** 16 bits: priority in steps of 16 in the high byte's upper half, then 12 bits of port number. */
  readonly port: number
  /** Seconds; units of 1/256 s on the wire. */
  readonly messageAge: number
  readonly maxAge: number
  readonly helloTime: number
  readonly forwardDelay: number
}

export interface RstBpdu extends BpduVector {
  readonly type: 'rst'
  /** 2; a higher version is read as 2. */
  readonly version: number
  readonly flags: RstFlags
}

export interface RstFlags {
  readonly topologyChange: boolean
  readonly proposal: boolean
  readonly role: BpduRole
  readonly learning: boolean
  readonly forwarding: boolean
  readonly agreement: boolean
  /** Always false in RST BPDUs. */
  readonly topologyChangeAck: boolean
}

/** Version 0: 802.1D-1998 spanning tree. */
export interface ConfigBpdu extends BpduVector {
  readonly type: 'config'
  readonly version: number
  readonly topologyChange: boolean
  readonly topologyChangeAck: boolean
}

export interface TcnBpdu {
  readonly type: 'tcn'
  readonly version: number
}
