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
    const input = this.box.locator('input').last();
    // A box that is about to close is no palette.
    await until('the palette is open', async () =>
      input.inputValue({ timeout: 1_000 }).then(
        (value) => value.startsWith('>'),
        () => false,
      ),
    );
    await input.fill(`>${title}`);
    await this.#settle(title);
    await this.row(title).first().click();
  }

  /** Waits until the row is there, and the rows stay as they are: what is typed draws the list anew, and rows under the pointer change. */
  async #settle(label: string): Promise<void> {
    await this.row(label).first().waitFor();
    let before = '';
    await until(`the list with ${label} is drawn`, async () => {
      const now = (await this.#rows.allInnerTexts()).join('\n');
      const same = now === before;
      before = now;
      if (!same) await this.#page.waitForTimeout(50);
      return same;
    });
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
    const [question = ''] = await this.box.evaluateAll(questions);
    return question;
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
    await this.#settle(label);
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

/** As much of the page's `Element` as is used here; the tests' types know no page. */
interface PageElement {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** Runs in the page, at one moment: what is asked in parts may be of two boxes. */
function questions(boxes: readonly PageElement[]): string[] {
  return boxes.map((box) => {
    const [title] = box.querySelectorAll('.quick-input-title');
    const input = [...box.querySelectorAll('input')].at(-1);
    const [message] = box.querySelectorAll('.quick-input-message');
    const parts = [title?.textContent, input?.getAttribute('placeholder'), message?.textContent];
    return parts.filter(Boolean).join(' | ');
  });
}
