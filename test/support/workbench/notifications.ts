import type { Locator, Page } from 'playwright-core';
import { until } from '../until.ts';
import { pressed } from './pressed.ts';
import type { QuickInput } from './quickInput.ts';

/** Messages at the bottom right, and the questions in the middle that hold everything up. */
export class Notifications {
  readonly toasts: Locator;
  readonly dialog: Locator;
  readonly #page: Page;
  readonly #quickInput: QuickInput;

  constructor(page: Page, quickInput: QuickInput) {
    this.#page = page;
    this.#quickInput = quickInput;
    this.toasts = page.locator('.notifications-toasts .notification-list-item');
    this.dialog = page.locator('.monaco-dialog-box');
  }

  /** Waits for a message that contains this text, and answers all of it. */
  async read(text: string | RegExp): Promise<string> {
    const messages = this.toasts.filter({ hasText: text }).locator('.notification-list-item-message');
    let shown: string | undefined;
    await until(`a message says ${String(text)}`, async () => {
      [shown] = await messages.allInnerTexts();
      return shown !== undefined;
    });
    return shown ?? '';
  }

  async texts(): Promise<string[]> {
    return this.toasts.locator('.notification-list-item-message').allInnerTexts();
  }

  /** Clears what is shown, so that the next message is a new one. */
  async dismissAll(): Promise<void> {
    await this.#quickInput.runCommand('Notifications: Clear All Notifications');
    await this.toasts.first().waitFor({ state: 'hidden' });
  }

  /** Presses a button of the message that contains this text. */
  async press(text: string | RegExp, button: string): Promise<void> {
    const kept = this.#page.locator('.notifications-center .notification-list-item');
    const message = this.toasts.or(kept).filter({ hasText: text }).first();
    await until(`the message ${String(text)} takes ${button}`, async () => {
      // After some seconds a message hides; it is still in the list of all.
      if (!(await message.isVisible())) await this.#page.locator('.statusbar [id="status.notifications"]').click();
      return pressed(message, message.getByRole('button', { name: button, exact: true }));
    });
  }

  /** Waits for a modal question; answers its message and detail. */
  async question(): Promise<string> {
    await this.dialog.waitFor();
    return (await this.dialog.locator('.dialog-message-container').innerText()).trim();
  }

  /** Presses a button of the modal question. */
  async confirm(button: string): Promise<void> {
    await this.dialog.getByRole('button', { name: button, exact: true }).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }
}
