import type { Locator, Page } from 'playwright-core';
import { until } from '../until.ts';

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
    const name = this.#page.locator('.monaco-icon-label-container .label-name', { hasText: text });
    return new TreeRow(this.#page, this.pane.locator('.monaco-list-row', { has: name }).first());
  }

  /** Label and description of each row that is in sight, with ` | ` between. */
  async rows(): Promise<string[]> {
    return this.pane.locator('.monaco-list-row .monaco-icon-label-container').evaluateAll(labels);
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

/** As much of the page's `Element` as is used here; the tests' types know no page. */
interface PageElement {
  querySelector(selector: string): { readonly textContent: string | null } | null;
}

/** Runs in the page. */
function labels(rows: readonly PageElement[]): string[] {
  return rows.map((row) =>
    ['.label-name', '.label-description']
      .map((part) => row.querySelector(part)?.textContent?.trim() ?? '')
      .filter((text) => text !== '')
      .join(' | '),
  );
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

  /** Label and description, with ` | ` between. */
  async text(): Promise<string> {
    const [text = ''] = await this.locator.locator('.monaco-icon-label-container').evaluateAll(labels);
    return text;
  }

  async isExpanded(): Promise<boolean> {
    return (await this.locator.getAttribute('aria-expanded')) === 'true';
  }

  /** Selects this row alone. A click opens or closes it too, which is taken back. */
  async select(): Promise<void> {
    const expanded = await this.isExpanded();
    await this.locator.click();
    await this.#setExpanded(expanded);
  }

  async isSelected(): Promise<boolean> {
    return (await this.locator.getAttribute('aria-selected')) === 'true';
  }

  async expand(): Promise<void> {
    await this.#setExpanded(true);
  }

  async collapse(): Promise<void> {
    await this.#setExpanded(false);
  }

  async #setExpanded(expanded: boolean): Promise<void> {
    if ((await this.isExpanded()) === expanded) return;
    await this.locator.locator('.monaco-tl-twistie').click();
    await this.#page.locator(`#${await this.#id()}[aria-expanded="${expanded}"]`).waitFor();
  }

  async #id(): Promise<string> {
    return (await this.locator.getAttribute('id')) ?? '';
  }

  /** An icon at the end of the row, by its tooltip. */
  async action(title: string): Promise<void> {
    await this.locator.hover();
    await this.locator.getByLabel(title, { exact: false }).first().click();
  }

  /** An entry of the row's context menu. */
  async menu(title: string): Promise<void> {
    await this.locator.click({ button: 'right' });
    const menu = this.#page.locator('.context-view .monaco-menu');
    // A menu that has just opened does not take clicks yet.
    await until(`the menu takes ${title}`, async () => {
      await menu.getByText(title, { exact: true }).click();
      return menu.waitFor({ state: 'hidden', timeout: 500 }).then(
        () => true,
        () => false,
      );
    });
  }
}
