import { expect, type Locator, type Page } from '@playwright/test'

/** The dialog of scenarios, recording and bookmarks. */
export class Scenarios {
  readonly page: Page
  readonly dialog: Locator

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog', { name: 'Scenarios' })
  }

  async open(): Promise<void> {
    await this.page.getByRole('region', { name: 'Timeline' }).getByRole('button', { name: 'Scenarios' }).click()
    await expect(this.dialog).toBeVisible()
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Close', exact: true }).click()
  }

  /** Keeps the run that is shown under a name. */
  async keep(name: string): Promise<void> {
    await this.dialog.getByRole('textbox', { name: 'Name of the scenario' }).fill(name)
    await this.dialog.getByRole('button', { name: 'Keep this run' }).click()
  }

  button(name: string): Locator {
    return this.dialog.getByRole('button', { name, exact: true })
  }

  part(head: string): Locator {
    return this.dialog.getByRole('region', { name: head })
  }
}
