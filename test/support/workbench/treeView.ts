import type { Locator, Page } from 'playwright-core';

/** A view of the side bar. Rows that do not fit are not in the page: scroll, or make the page taller. */
export class TreeView {
  readonly #page: Page;
  readonly pane: Locator;
  readonly header: Locator;

  constructor(page: Page, title: string) {
    this.#page = page;
    this.pane = page.locator('.sidebar .pane', { has: page.locator(`.pane-header[aria-label^="${title}"]`) });
    this.header = this.pane.locator('.pane-header');
  }

  /** Unfolds the view itself. */
  async open(): Promise<void> {
    if ((await this.header.getAttribute('aria-expanded')) === 'false') await this.header.click();
  }

  /** The row whose label starts with this text, or fits it. */
  row(label: string | RegExp): TreeRow {
    const text = typeof label === 'string' ? new RegExp(`^${label.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')}`) : label;
    const name = this.#page.locator('.monaco-icon-label-container', { hasText: text });
    return new TreeRow(this.#page, this.pane.locator('.monaco-list-row', { has: name }).first());
  }

  /** Label and description of each row that is in sight. */
  async rows(): Promise<string[]> {
    const texts = await this.pane.locator('.monaco-list-row .monaco-icon-label-container').allInnerTexts();
    return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim());
  }

  /** An icon in the view's title bar, by its tooltip. */
  async titleAction(title: string): Promise<void> {
    await this.header.hover();
    await this.header.getByLabel(title, { exact: false }).first().click();
  }

  /** What the view says where it has nothing to list. */
  async welcome(): Promise<string> {
    const text = await this.pane.locator('.welcome-view-content').innerText();
    return text.trim();
  }
}

export class TreeRow {
  readonly #page: Page;
  readonly locator: Locator;

  constructor(page: Page, locator: Locator) {
    this.#page = page;
    this.locator = locator;
  }

  async waitFor(): Promise<void> {
    await this.locator.waitFor();
  }

  /** Label and description, as shown. */
  async text(): Promise<string> {
    const text = await this.locator.locator('.monaco-icon-label-container').first().innerText();
    return text.replaceAll(/\s+/g, ' ').trim();
  }

  async isExpanded(): Promise<boolean> {
    return (await this.locator.getAttribute('aria-expanded')) === 'true';
  }

  async select(): Promise<void> {
    await this.locator.click();
  }

  async expand(): Promise<void> {
    if (!(await this.isExpanded())) await this.locator.locator('.monaco-tl-twistie').click();
  }

  /** An icon at the end of the row, by its tooltip. */
  async action(title: string): Promise<void> {
    await this.locator.hover();
    await this.locator.getByLabel(title, { exact: false }).first().click();
  }

  /** An entry of the row's context menu. */
  async menu(title: string): Promise<void> {
    await this.locator.click({ button: 'right' });
    await this.#page.locator('.context-view .monaco-menu').getByText(title, { exact: true }).click();
  }
}
