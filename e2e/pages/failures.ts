import { expect, type Locator, type Page } from '@playwright/test'

/** The dialog of all failures: what is active and scheduled, and a new one. */
export class Failures {
  readonly page: Page
  readonly dialog: Locator
  readonly form: Locator
  readonly active: Locator
  readonly scheduled: Locator

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog', { name: 'Failures' })
    this.form = this.dialog.getByRole('form', { name: 'New failure' })
    this.active = this.dialog.getByRole('list', { name: 'Active failures' }).getByRole('listitem')
    this.scheduled = this.dialog.getByRole('list', { name: 'Scheduled' }).getByRole('listitem')
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('w')
    await expect(this.form).toBeVisible()
  }

  async choose(where: string, failure: string): Promise<void> {
    await this.form.getByRole('combobox', { name: 'Where' }).selectOption(where)
    await this.form.getByRole('combobox', { name: 'Failure' }).selectOption({ label: failure })
  }

  /** Seconds of a time field, such as `Begins in` or `Repaired after`. */
  time(name: string): Locator {
    return this.form.getByRole('textbox', { name: `${name}, in seconds` })
  }

  button(name: string | RegExp): Locator {
    return this.dialog.getByRole('button', { name, exact: true })
  }
}
