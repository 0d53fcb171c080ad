import type { Locator, Page } from 'playwright-core';
import { until } from '../until.ts';
import type { QuickInput } from './quickInput.ts';

/** The text editor in front. */
export class Editor {
  readonly #page: Page;
  readonly #quickInput: QuickInput;
  readonly pane: Locator;

  constructor(page: Page, quickInput: QuickInput) {
    this.#page = page;
    this.#quickInput = quickInput;
    this.pane = page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
  }

  /** Opens a file of the workspace by its name. */
  async open(name: string): Promise<void> {
    await this.#page.keyboard.press('Control+P');
    await this.#quickInput.box.waitFor();
    await this.#quickInput.box.locator('input').last().fill(name);
    await this.#quickInput.pick(name.split('/').at(-1) ?? name);
    await this.#page.locator('.tab.active', { hasText: name.split('/').at(-1) ?? name }).waitFor();
    await this.pane.waitFor();
  }

  /** The lines in sight, top to bottom. */
  async lines(): Promise<string[]> {
    const lines = await this.pane.locator('.view-lines .view-line').evaluateAll((elements) =>
      elements
        .map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent ?? '' }))
        .sort((one, other) => one.top - other.top)
        .map(({ text }) => text.replaceAll('\u00A0', ' ')),
    );
    return lines;
  }

  /** Waits until a line in sight contains this text. */
  async waitForText(text: string | RegExp): Promise<void> {
    await this.line(text).waitFor();
  }

  /** The first line in sight that contains this text. */
  line(text: string | RegExp): Locator {
    // Monaco writes blanks as no-break spaces. For strings Playwright takes any white space for any other.
    const hasText = typeof text === 'string' ? text : new RegExp(text.source.replaceAll(' ', '\\s'), text.flags);
    return this.pane.locator('.view-lines .view-line', { hasText }).first();
  }

  /** Puts the cursor at a line and column, both from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.#page.keyboard.press('Control+G');
    const input = this.#quickInput.box.locator('input').last();
    await input.fill(`:${line}:${column}`);
    await until(`the editor goes to ${line}:${column}`, async () => {
      // Until the place is read there is nothing to go to.
      await input.press('Enter', { timeout: 1_000 }).catch(() => {});
      return this.#quickInput.box.waitFor({ state: 'hidden', timeout: 1_000 }).then(
        () => true,
        () => false,
      );
    });
    await this.#page.locator('.statusbar', { hasText: new RegExp(`Ln ${line}, Col ${column}(?!\\d)`) }).waitFor();
    await this.pane.locator('textarea, .native-edit-context').first().focus();
  }

  /** Types at the cursor, as a person does: what pops up pops up. */
  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text, { delay: 20 });
  }

  async save(): Promise<void> {
    await this.#page.keyboard.press('Control+S');
    await this.#page.locator('.tab.active:not(.dirty)').waitFor();
  }

  /** Labels of the completions that are offered now: none while they are being asked for. */
  async completions(): Promise<string[]> {
    return this.#page.locator('.suggest-widget.visible .monaco-list-row .label-name').allInnerTexts();
  }

  /** Fixes offered for the cursor's line (Ctrl+.), by their titles, once one of them contains this. */
  async fixes(wanted = ''): Promise<string[]> {
    const rows = this.#page.locator('.action-widget .monaco-list-row.action');
    let titles: string[] = [];
    await until(`fixes are offered: ${wanted}`, async () => {
      await this.#page.keyboard.press('Control+.');
      await rows
        .first()
        .waitFor({ timeout: 5_000 })
        .catch(() => {});
      titles = (await rows.allInnerTexts()).map((text) => text.trim());
      if (titles.some((title) => title.includes(wanted))) return true;
      // Asked before all who know of fixes had looked at the line.
      await this.#page.keyboard.press('Escape');
      return false;
    });
    return titles;
  }

  /** Applies one of the fixes that `fixes` shows. */
  async applyFix(title: string): Promise<void> {
    await this.#page.locator('.action-widget .monaco-list-row.action', { hasText: title }).first().click();
  }

  /** The problems panel's rows: message, source, code and place. Opens the panel. */
  async problems(): Promise<string[]> {
    const panel = this.#page.locator('.markers-panel');
    if (!(await panel.isVisible())) {
      await this.#page.keyboard.press('Control+Shift+M');
      await panel.waitFor();
    }
    await panel.locator('.monaco-list-row').first().waitFor();
    const rows = await panel
      .locator('.monaco-list-row')
      .evaluateAll((elements) =>
        elements.map((element) => element.getAttribute('aria-label') ?? element.textContent ?? ''),
      );
    return rows;
  }
}
