import { ProgressLocation, window, type MessageItem } from 'vscode';
import type { AskOptions, Message, ProgressOptions, ReportProgress } from '../ui.ts';
import { withoutLinks } from './text.ts';

/** A notification, which goes away by itself or by an answer. */
export async function notify<A extends string>({ severity, text, actions = [] }: Message<A>): Promise<A | undefined> {
  const harmless = withoutLinks(text);
  switch (severity) {
    case 'info':
      return await window.showInformationMessage(harmless, ...actions);
    case 'warning':
      return await window.showWarningMessage(harmless, ...actions);
    case 'error':
      return await window.showErrorMessage(harmless, ...actions);
  }
}

/** A question in the middle of the window. */
export async function ask<A extends string>({ message, detail, actions }: AskOptions<A>): Promise<A | undefined> {
  const items = actions.map((title): MessageItem & { title: A } => ({ title }));
  const options = { modal: true, ...(detail === undefined ? {} : { detail }) };
  return (await window.showWarningMessage(message, options, ...items))?.title;
}

/** Shows the task's progress while it runs; its signal aborts when cancel is pressed. */
export async function progress<T>(
  { title, cancellable, where = 'notification' }: ProgressOptions,
  task: (report: ReportProgress, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const location = where === 'window' ? ProgressLocation.Window : ProgressLocation.Notification;
  return await window.withProgress({ title: withoutLinks(title), location, cancellable }, async (shown, token) => {
    const abort = new AbortController();
    const cancelled = token.onCancellationRequested(() => abort.abort());
    const report: ReportProgress = ({ message, increment }) =>
      shown.report({
        ...(message === undefined ? {} : { message: withoutLinks(message) }),
        ...(increment === undefined ? {} : { increment }),
      });
    try {
      return await task(report, abort.signal);
    } finally {
      cancelled.dispose();
    }
  });
}
