import type { Device, VendorId } from '../model/topology.ts'
import type { LabId } from './lab.ts'

/** How a lab runs the switches of a platform. */
export interface LabImage {
  /** containerlab: kind of node; netlab: device. */
  readonly kind: string
  /** Where the kind has variants, the one that switches. */
  readonly type?: string
  /** To be built or downloaded by the user; null: the lab's own default. */
  readonly image: string | null
  /** Ports that the image has for cables. A design that uses higher ones is numbered anew. */
  readonly ports: number
  /** What the switch calls a port; the first one is 1. Its configuration uses this name. */
  readonly portName: (at: number) => string
  /** The same port in the topology. */
  readonly wire: (at: number) => string | number
  /** Which of the exporter's formats the lab hands to the switch at its start; null: none, it is pasted by hand. */
  readonly startup: number | null
  /** What a user must know of it, in one sentence each. */
  readonly notes: readonly string[]
}

/** Or why a lab has no such switch. */
export type LabPlatform = LabImage | { readonly missing: string }

/**
 * Source: containerlab documentation, a page for each kind, and vrnetlab's launchers (number of ports); netlab,
 * `netsim/devices` and the platform tables.
 */
export const LAB_PLATFORMS: Readonly<Record<LabId, Readonly<Record<VendorId, LabPlatform>>>> = {
  containerlab: {
    'cisco-nxos': {
      kind: 'cisco_n9kv',
      image: 'vrnetlab/cisco_n9kv:10.4.3',
      ports: 128,
      portName: (at) => `Ethernet1/${at}`,
      wire: linux,
      startup: 0,
      notes: [],
    },
    'arista-eos': {
      kind: 'arista_ceos',
      image: 'ceos:4.32.0F',
      ports: 128,
      portName: (at) => `Ethernet${at}`,
      wire: linux,
      startup: 0,
      notes: [],
    },
    'juniper-junos': {
      kind: 'juniper_vjunosswitch',
      image: 'vrnetlab/juniper_vjunos-switch:23.4R2-S2.1',
      ports: 10,
      portName: (at) => `ge-0/0/${at - 1}`,
      wire: linux,
      // Is put behind the image's own text in braces.
      startup: 1,
      notes: [unprovenPair('vJunos-switch', 'MC-LAG')],
    },
    'huawei-vrp8': {
      kind: 'huawei_vrp',
      image: 'vrnetlab/huawei_vrp:ce12800-v200r005c10',
      ports: 13,
      portName: (at) => `Ethernet1/0/${at - 1}`,
      wire: linux,
      // The image is a CE12800 of V200.
      startup: 1,
      notes: [unprovenPair('the CE12800 image', 'M-LAG')],
    },
    'nvidia-cumulus': {
      kind: 'nvidia_cumulusvx',
      image: 'vrnetlab/nvidia_cumulusvx:5.10.0',
      ports: 64,
      portName: (at) => `swp${at}`,
      wire: (at) => `swp${at}`,
      startup: null,
      notes: ['NVIDIA no longer offers Cumulus VX for download by itself; the image is one you already have.'],
    },
    'dell-os10': {
      kind: 'dell_ftosv',
      image: 'vrnetlab/dell_ftosv:10.5.6.4',
      ports: 54,
      portName: (at) => `ethernet1/1/${at}`,
      wire: linux,
      startup: 0,
      notes: [],
    },
    'aruba-aoscx': {
      kind: 'aruba_aoscx',
      image: 'vrnetlab/aruba_arubaos-cx:20250218160442',
      ports: 19,
      portName: (at) => `1/1/${at}`,
      wire: linux,
      startup: 0,
      notes: [],
    },
    sonic: {
      kind: 'sonic-vm',
      image: 'vrnetlab/sonic_sonic-vs:202405',
      ports: 64,
      portName: (at) => `Ethernet${4 * (at - 1)}`,
      wire: linux,
      // It takes a whole config_db.json only, with tables that depend on the hardware.
      startup: null,
      notes: ['The image must be built with MC-LAG (iccpd), which the usual builds of SONiC leave out.'],
    },
    'mikrotik-routeros': {
      kind: 'mikrotik_ros',
      image: 'vrnetlab/mikrotik_routeros:7.18.2',
      ports: 30,
      // ether1 is the lab's management port.
      portName: (at) => `ether${at + 1}`,
      wire: linux,
      startup: 1,
      notes: [unprovenPair('the Cloud Hosted Router', 'MLAG')],
    },
    'cisco-ios-xe': {
      kind: 'cisco_iol',
      type: 'l2',
      image: 'vrnetlab/cisco_iol:L2-17.12.01',
      // Ethernet0/0 is the lab's management port.
      ports: 63,
      portName: (at) => `Ethernet${Math.floor(at / 4)}/${at % 4}`,
      wire: linux,
      startup: 0,
      notes: ['IOS on Linux has no rate of LACP; it refuses “lacp rate fast”.'],
    },
    'h3c-comware': { missing: 'containerlab has no kind for H3C Comware' },
    generic: { missing: 'the generic platform is no product, so there is no image of it' },
  },
  netlab: {
    'cisco-nxos': netlabDevice(
      'nxos',
      128,
      (at) => `Ethernet1/${at}`,
      (at) => at,
    ),
    'arista-eos': netlabDevice(
      'eos',
      128,
      (at) => `Ethernet${at}`,
      (at) => at,
    ),
    'juniper-junos': {
      ...netlabDevice(
        'vjunos-switch',
        10,
        (at) => `ge-0/0/${at - 1}`,
        (at) => at - 1,
      ),
      startup: 1,
      notes: [unprovenPair('vJunos-switch', 'MC-LAG')],
    },
    'dell-os10': netlabDevice(
      'dellos10',
      54,
      (at) => `ethernet1/1/${at}`,
      (at) => at,
    ),
    'aruba-aoscx': netlabDevice(
      'arubacx',
      19,
      (at) => `1/1/${at}`,
      (at) => at,
    ),
    'nvidia-cumulus': { missing: libvirtOnly('Cumulus Linux 5 with NVUE') },
    sonic: { missing: libvirtOnly('SONiC') },
    'mikrotik-routeros': { missing: libvirtOnly('RouterOS 7') },
    'cisco-ios-xe': {
      ...netlabDevice(
        'ioll2',
        63,
        (at) => `Ethernet${Math.floor(at / 4)}/${at % 4}`,
        (at) => at,
      ),
      notes: ['IOS on Linux has no rate of LACP; it refuses “lacp rate fast”.'],
    },
    'huawei-vrp8': { missing: 'netlab has no device for Huawei VRP' },
    'h3c-comware': { missing: 'netlab has no device for H3C Comware' },
    generic: { missing: 'the generic platform is no product, so there is no image of it' },
  },
}

/** What servers, routers and management switches run in: any image with iproute2. */
export const LINUX_IMAGE = 'wbitt/network-multitool:alpine-extra'

/** Ports of everything that is no switch: eth0 is the lab's management port. */
export const LINUX_NODE: Pick<LabImage, 'kind' | 'portName' | 'wire'> = {
  kind: 'linux',
  portName: linux,
  wire: linux,
}

/** How a lab runs a device. */
export function labPlatformOf(lab: LabId, device: Device): LabPlatform {
  if (device.kind === 'switch') return LAB_PLATFORMS[lab][device.vendor]
  const wire = lab === 'netlab' ? (at: number) => at : linux
  return { ...LINUX_NODE, wire, image: LINUX_IMAGE, ports: 64, startup: null, notes: [] }
}

function linux(at: number): string {
  return `eth${at}`
}

function netlabDevice(
  kind: string,
  ports: number,
  portName: LabImage['portName'],
  wire: (at: number) => number,
): LabImage {
  return { kind, image: null, ports, portName, wire, startup: 0, notes: [] }
}

function unprovenPair(image: string, mlag: string): string {
  return `No public document says whether ${image} forms an ${mlag} pair.`
}

function libvirtOnly(what: string): string {
  return `netlab supports ${what} in libvirt only, and its bridges between libvirt and containers let no LACP through`
}
