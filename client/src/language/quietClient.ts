import { LanguageClient } from 'vscode-languageclient/node';

/** Says nothing in notifications by itself: whoever owns the server does, in our words. The log has it all. */
export class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
  override info(message: string, data?: unknown): void {
    super.info(message, data, false);
  }
  override warn(message: string, data?: unknown): void {
    super.warn(message, data, false);
  }
}
