import { expect, type Locator, type Page } from '@playwright/test'

/** The drawing: devices by name, ports and cables by their test ids. */
export class Canvas {
  readonly page: Page
  readonly area: Locator
  /** Devices and pairs. */
  readonly things: Locator
  readonly switches: Locator
  readonly servers: Locator
  readonly cables: Locator

  constructor(page: Page) {
    this.page = page
    this.area = page.getByRole('main', { name: 'Canvas' })
    this.things = this.area.getByRole('group')
    this.switches = this.area.getByRole('group', { name: /, switch$/ })
    this.servers = this.area.getByRole('group', { name: /, server$/ })
    this.cables = this.area.getByRole('button', { name: /^cable / })
  }

  /** A port as targets name it: `leaf-a:Ethernet1/1`. */
  port(name: string): Locator {
    return this.page.getByTestId(`port-${name}`)
  }

  /** The button that every cable carries, by the cable's id. */
  cable(id: string): Locator {
    return this.page.getByTestId(`cable-${id}`)
  }

  /** Cables by their accessible name: ends, role, state. */
  cablesNamed(name: RegExp): Locator {
    return this.area.getByRole('button', { name })
  }

  bond(title: string): Locator {
    return this.page.getByTestId(`bond-${title}`)
  }

  device(name: string): Locator {
    return this.area.getByRole('group', { name: new RegExp(`^${name}, `) })
  }

  /** The head of a pair: its name, its four steps and why it stands where it does. */
  pair(id = 'domain-leafs'): Locator {
    return this.area.locator(`[data-domain="${id}"]`)
  }

  /** The frame of a pair, by the name of its domain. */
  pairFrame(name = 'leafs'): Locator {
    return this.page.getByTestId(`pair-${name}`)
  }

  /** Frames of one kind that are on their way. */
  frames(kind: 'lacp' | 'keepalive' | 'probe'): Locator {
    return this.area.locator(`.frames [data-kind="${kind}"]`)
  }

  async states(ports: readonly string[]): Promise<readonly (string | null)[]> {
    return Promise.all(ports.map((name) => this.port(name).getAttribute('data-state')))
  }

  async expectStates(ports: readonly string[], state: string): Promise<void> {
    for (const name of ports) await expect(this.port(name)).toHaveAttribute('data-state', state)
  }

  /** Opens the menu of a thing with the right button; on a device or pair where no port or cable lies. */
  async menuOf(thing: Locator, position?: { readonly x: number; readonly y: number }): Promise<Locator> {
    await thing.click({ button: 'right', ...(position === undefined ? {} : { position }) })
    return this.page.getByRole('menu')
  }

  /** Drags a new cable from a free port of one device to another device. */
  async connect(from: string, to: string): Promise<void> {
    await this.device(from).hover()
    const handle = await boxOf(this.page.getByTestId(`connect-${from}`).first())
    const target = await boxOf(this.device(to))
    await this.drag(middle(handle), middle(target))
  }

  async drag(from: Place, to: Place): Promise<void> {
    const { mouse } = this.page
    await mouse.move(from.x, from.y)
    await mouse.down()
    await mouse.move(to.x, to.y, { steps: 8 })
    await mouse.up()
  }

  /** Names of devices, in the order in which they were drawn. */
  async namesOf(devices: Locator): Promise<readonly string[]> {
    const labels = await devices.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''))
    return labels.map((label) => label.split(',')[0] ?? '')
  }
}

/** Inside a device or pair, clear of ports and cables. */
export const FACE = { x: 60, y: 20 } as const

export interface Place {
  readonly x: number
  readonly y: number
}

export async function boxOf(thing: Locator): Promise<Place & { readonly width: number; readonly height: number }> {
  const box = await thing.boundingBox()
  if (box === null) throw new Error(`${String(thing)} is not on the page`)
  return box
}

export function middle({ x, y, width, height }: Awaited<ReturnType<typeof boxOf>>): Place {
  return { x: x + width / 2, y: y + height / 2 }
}

type Box = Awaited<ReturnType<typeof boxOf>>

/** Neither box covers a part of the other. */
export function apart(a: Box, b: Box): boolean {
  return a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
}
