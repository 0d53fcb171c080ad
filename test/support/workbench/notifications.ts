import type { Locator, Page } from 'playwright-core';
import type { QuickInput } from './quickInput.ts';

/** Messages at the bottom right, and the questions in the middle that hold everything up. */
export class Notifications {
  readonly toasts: Locator;
  readonly dialog: Locator;
  readonly #quickInput: QuickInput;

  constructor(page: Page, quickInput: QuickInput) {
    this.#quickInput = quickInput;
    this.toasts = page.locator('.notifications-toasts .notification-list-item');
    this.dialog = page.locator('.monaco-dialog-box');
  }

  /** Waits for a message that contains this text, and answers all of it. */
  async read(text: string | RegExp): Promise<string> {
    const toast = this.toasts.filter({ hasText: text }).first();
    await toast.waitFor();
    return toast.locator('.notification-list-item-message').innerText();
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
    const toast = this.toasts.filter({ hasText: text }).first();
    await toast.hover();
    await toast.getByRole('button', { name: button, exact: true }).click();
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
