import { window, type LogOutputChannel } from 'vscode';
import type { Disposable } from '../../lifecycle.ts';
import type { Log } from '../ui.ts';

/** Gantry's channel in the output panel; its level is the editor's to choose. */
export class OutputLog implements Log, Disposable {
  readonly #channel: LogOutputChannel = window.createOutputChannel('Gantry', { log: true });

  debug(message: string): void {
    this.#channel.debug(message);
  }

  info(message: string): void {
    this.#channel.info(message);
  }

  warn(message: string): void {
    this.#channel.warn(message);
  }

  error(message: string, error?: unknown): void {
    this.#channel.error(error === undefined ? message : `${message}\n${withCauses(error)}`);
  }

  show(): void {
    this.#channel.show(true);
  }

  dispose(): void {
    this.#channel.dispose();
  }
}

function withCauses(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? `${error.name}: ${error.message}`;
  return error.cause === undefined ? own : `${own}\ncaused by ${withCauses(error.cause)}`;
}
