import { expect, type Locator, type Page } from '@playwright/test'

/** The list of frames that takes the place of the lanes. */
export class Frames {
  readonly area: Locator
  readonly rows: Locator
  readonly octets: Locator
  readonly showInstant: Locator
  readonly save: Locator
  private readonly details: Locator
  private readonly tab: Locator

  constructor(page: Page) {
    this.area = page.getByRole('region', { name: 'Frames', exact: true })
    this.rows = this.area.getByRole('list', { name: 'Protocol frames, oldest first' }).getByRole('button')
    this.details = page.getByRole('region', { name: 'Fields of the frame' })
    this.octets = this.details.getByLabel('Octets', { exact: true })
    this.showInstant = this.details.getByRole('button', { name: /^Show this instant/ })
    this.save = this.area.getByRole('button', { name: 'Save pcapng' })
    this.tab = page.getByRole('region', { name: 'Timeline' }).getByRole('button', { name: 'Frames', exact: true })
  }

  async open(): Promise<void> {
    await this.tab.click()
    await expect(this.area).toBeVisible()
  }

  async only(filter: 'Protocol' | 'Where', label: string): Promise<void> {
    await this.area.getByRole('combobox', { name: filter }).selectOption({ label })
  }

  field(name: string): Locator {
    return this.details.locator('dt', { hasText: new RegExp(`^${name}$`) }).locator('xpath=following-sibling::dd')
  }
}
