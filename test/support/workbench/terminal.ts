import type { Page } from 'playwright-core';

/** The terminal in the panel. Its text is in the page because the harness turns GPU rendering off. */
export class Terminal {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Waits until the terminal in front shows this text; answers all that it shows. */
  async read(text: string | RegExp): Promise<string> {
    const screen = this.#page.locator('.terminal-wrapper.active .xterm-rows');
    await screen.filter({ hasText: text }).first().waitFor();
    const lines = await screen.first().locator('> div').allInnerTexts();
    // xterm writes blanks as no-break spaces.
    return lines
      .map((line) => line.replaceAll('\u00A0', ' ').trimEnd())
      .join('\n')
      .trim();
  }

  /** Types a line into the terminal in front, and Enter. */
  async type(line: string): Promise<void> {
    await this.#page.locator('.terminal-wrapper.active').click();
    await this.#page.keyboard.type(line);
    await this.#page.keyboard.press('Enter');
  }

  /** Names of the open terminals, when there are several. */
  async names(): Promise<string[]> {
    return this.#page.locator('.terminal-tabs-entry').allInnerTexts();
  }
}
