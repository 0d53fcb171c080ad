import type { Locator, Page } from 'playwright-core';
import { until } from '../until.ts';
import { pressed } from './pressed.ts';

/** A view of the side bar. Rows that do not fit are not in the page: what is done with a row scrolls to it. */
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
    return new TreeRow(this.#page, this.pane, name);
  }

  /** Label and description of each row that is in sight, with ` | ` between. */
  async rows(): Promise<string[]> {
    return this.pane.locator('.monaco-list-row .monaco-icon-label-container').evaluateAll(labels);
  }

  /** An icon in the view's title bar, by its tooltip. */
  async titleAction(title: string): Promise<void> {
    const icon = this.header.getByLabel(title, { exact: false }).first();
    await until(`the view's title takes ${title}`, () => pressed(this.header, icon));
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
  readonly #list: Locator;
  readonly locator: Locator;

  constructor(page: Page, pane: Locator, name: Locator) {
    this.#page = page;
    this.#list = pane.locator('.monaco-list').first();
    this.locator = pane.locator('.monaco-list-row', { has: name }).first();
  }

  /** Waits until the row is there and in sight, scrolling where the list is longer than its view. */
  async waitFor(): Promise<void> {
    await this.locator.waitFor({ timeout: 2_000 }).catch(() => {});
    let [step, before] = [60, ''];
    await until('the row is in sight', async () => {
      if (await this.#isInSight()) return true;
      const shown = (await this.#list.locator('.monaco-list-row').allInnerTexts()).join('\n');
      // At an end, or before there is anything to scroll, it goes on in the other direction.
      if (shown === before) step = -step;
      before = shown;
      if (await this.#list.isVisible()) {
        await this.#list.hover({ timeout: 2_000 }).catch(() => {});
        await this.#page.mouse.wheel(0, step);
      }
      await this.locator.waitFor({ timeout: 300 }).catch(() => {});
      return this.#isInSight();
    });
  }

  async #isInSight(): Promise<boolean> {
    if (!(await this.locator.isVisible()) || !(await this.#list.isVisible())) return false;
    const [row, list] = [await this.locator.boundingBox(), await this.#list.boundingBox()];
    return row !== null && list !== null && row.y >= list.y && row.y + row.height <= list.y + list.height;
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
    await this.waitFor();
    const expanded = await this.isExpanded();
    await this.locator.click();
    await until('the row is selected', () => this.isSelected());
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
    await this.waitFor();
    if ((await this.isExpanded()) === expanded) return;
    await this.locator.locator('.monaco-tl-twistie').click();
    await this.#page.locator(`#${await this.#id()}[aria-expanded="${expanded}"]`).waitFor();
  }

  async #id(): Promise<string> {
    return (await this.locator.getAttribute('id')) ?? '';
  }

  /** An icon at the end of the row, by its tooltip. */
  async action(title: string): Promise<void> {
    await this.waitFor();
    const icon = this.locator.getByLabel(title, { exact: false }).first();
    await until(`the row takes ${title}`, () => pressed(this.locator, icon));
  }

  /** An entry of the row's context menu. */
  async menu(title: string): Promise<void> {
    const menu = this.#page.locator('.context-view .monaco-menu');
    await until(`the menu takes ${title}`, async () => {
      // It may have opened on what was under the pointer before, and closed with it.
      if (!(await menu.isVisible())) {
        await this.waitFor();
        await this.locator.click({ button: 'right' });
      }
      const entry = menu.getByText(title, { exact: true });
      if (!(await pressed(entry, entry))) {
        await this.#page.keyboard.press('Escape');
        return false;
      }
      // A menu that has just opened does not take clicks yet.
      return menu.waitFor({ state: 'hidden', timeout: 500 }).then(
        () => true,
        () => false,
      );
    });
  }
}
