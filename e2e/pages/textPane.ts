import type { Locator, Page } from '@playwright/test'

/** The design's text beside the canvas. */
export class TextPane {
  readonly pane: Locator
  /** Whether the canvas shows what the text says. */
  readonly standing: Locator
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.pane = page.getByRole('region', { name: 'Text', exact: true })
    this.standing = this.pane.getByRole('status')
  }

  /** The first line that says this; lines far away are not in the page. */
  line(text: string): Locator {
    return this.pane.locator('.cm-line').filter({ hasText: text }).first()
  }

  hint(text: string): Locator {
    return this.page.getByRole('listbox').getByRole('option', { name: text })
  }

  /** Types one line anew, its indentation kept. */
  async replaceLine(text: string, instead: string): Promise<void> {
    await this.line(text).click()
    await this.page.keyboard.press('End')
    await this.page.keyboard.press('Shift+Home')
    await this.page.keyboard.insertText(instead)
  }
}
