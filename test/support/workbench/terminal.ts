import type { Page } from 'playwright-core';
import { until } from '../until.ts';

/** The terminal in the panel. Its text is in the page because the harness turns GPU rendering off. */
export class Terminal {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Waits until the terminal in front shows this text; answers all that it shows, line by line. */
  async read(text: string | RegExp): Promise<string> {
    let shown = '';
    await until(`the terminal shows ${String(text)}`, async () => {
      shown = await this.#shown();
      return typeof text === 'string' ? shown.includes(text) : text.test(shown);
    });
    return shown;
  }

  async #shown(): Promise<string> {
    const lines = await this.#page.locator('.terminal-wrapper.active .xterm-rows > div').allInnerTexts();
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
