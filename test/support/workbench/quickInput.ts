import type { Locator, Page } from 'playwright-core';
import { until } from '../until.ts';

/** The box at the top that asks: the palette, pickers and input boxes. */
export class QuickInput {
  readonly #page: Page;
  readonly box: Locator;
  readonly #rows: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.box = page.locator('.quick-input-widget:visible');
    this.#rows = this.box.locator('.quick-input-list .monaco-list-row');
  }

  /** Runs the palette's command with just this title. */
  async runCommand(title: string): Promise<void> {
    await this.#page.keyboard.press('F1');
    await this.box.waitFor();
    await this.box.locator('input').last().fill(`>${title}`);
    await this.row(title).first().click();
  }

  /** The row whose label is just this text. */
  row(label: string): Locator {
    const exact = new RegExp(`^\\s*${label.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')}\\s*$`);
    return this.#rows.filter({
      has: this.#page.locator(
        '.quick-input-list-rows .quick-input-list-row:first-child .monaco-icon-label-container .label-name',
        {
          hasText: exact,
        },
      ),
    });
  }

  /** What the box asks: its title, its placeholder or its prompt, whichever it has. */
  async question(): Promise<string> {
    await this.box.waitFor();
    const title = await this.box.locator('.quick-input-title').textContent();
    const placeholder = await this.box.locator('input').last().getAttribute('placeholder');
    const prompt = await this.box.locator('.quick-input-message').textContent();
    return [title, placeholder, prompt].filter(Boolean).join(' | ');
  }

  /** Waits for the question whose title, placeholder or prompt contains this: one box follows the other. */
  async asks(text: string): Promise<void> {
    await until(`the editor asks ${text}`, async () => (await this.question()).includes(text));
  }

  /** The rows' texts, label and description and detail, as a screen reader hears them. */
  async entries(): Promise<string[]> {
    await this.#rows.first().waitFor();
    return this.#rows.evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? row.textContent ?? ''));
  }

  /** Chooses the row with this label. */
  async pick(label: string): Promise<void> {
    await this.row(label).first().click();
  }

  /** Checks or unchecks the row with this label in a picker of several. */
  async toggle(label: string): Promise<void> {
    await this.row(label).first().locator('input[type=checkbox], .monaco-checkbox').first().click();
  }

  /** Leaves just these rows checked in a picker of several. */
  async chooseOnly(labels: readonly string[]): Promise<void> {
    await this.#rows.first().waitFor();
    const all = this.box
      .locator('.quick-input-header .quick-input-check-all, .quick-input-header > .monaco-checkbox')
      .first();
    // The picker may still be setting what it proposes: each step waits for its effect.
    for (const wanted of ['true', 'false'])
      await until(`all rows checked: ${wanted}`, async () => {
        if ((await all.getAttribute('aria-checked')) !== wanted) await all.click();
        return (await all.getAttribute('aria-checked')) === wanted;
      });
    for (const [index, label] of labels.entries()) {
      await this.toggle(label);
      await this.box
        .getByText(`${index + 1} Selected`)
        .first()
        .waitFor();
    }
  }

  /**
   * Answers an input box, or types into a picker and takes its first row. Where the box follows another one, `question` is a
   * part of what it asks: else the text would go into the one that is about to close.
   */
  async answer(text: string, question = ''): Promise<void> {
    await this.asks(question);
    await this.box.locator('input').last().fill(text);
    await this.accept();
  }

  /** Takes what is proposed: Enter. */
  async accept(): Promise<void> {
    await this.box.waitFor();
    await this.box.locator('input').last().press('Enter');
  }

  async dismiss(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.box.waitFor({ state: 'hidden' });
  }
}
