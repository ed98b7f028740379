import type { Locator, Page } from '@playwright/test'

/** What the right side says about the selected thing, and the fields that change it. */
export class Inspector {
  readonly area: Locator
  readonly title: Locator
  readonly panel: Locator

  constructor(page: Page) {
    this.area = page.getByRole('complementary', { name: 'Inspector' })
    this.title = this.area.getByRole('heading', { level: 2 })
    this.panel = this.area.getByRole('tabpanel')
  }

  async tab(name: 'Configure' | 'State' | 'Checks' | 'Config' | 'Console'): Promise<Locator> {
    await this.area.getByRole('tab', { name: name === 'Checks' ? /^Checks/ : name, exact: name !== 'Checks' }).click()
    return this.panel
  }

  /** A part of the panel under its heading. */
  section(head: string | RegExp): Locator {
    return this.panel.locator('section', { has: this.panel.page().getByRole('heading', { level: 3, name: head }) })
  }

  field(label: string, within: Locator = this.panel): Locator {
    return within.getByRole('textbox', { name: label, exact: true })
  }

  /** Types a value and takes it with Enter. */
  async fill(label: string, value: string, within: Locator = this.panel): Promise<void> {
    const field = this.field(label, within)
    await field.fill(value)
    await field.press('Enter')
  }

  async choose(label: string, option: string, within: Locator = this.panel): Promise<void> {
    await within.getByRole('combobox', { name: label, exact: true }).selectOption({ label: option })
  }
}
