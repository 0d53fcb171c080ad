import { TabInputText, window, type Disposable, type Uri } from 'vscode';

/**
 * Tells when the last tab of a document of this scheme is closed. (A document itself lives on for minutes after its tab,
 * so `onDidCloseTextDocument` comes too late to stop a stream.)
 */
export function onDidCloseTab(scheme: string, listener: (uri: Uri) => void): Disposable {
  return window.tabGroups.onDidChangeTabs(({ closed }) => {
    for (const { input } of closed) {
      if (!(input instanceof TabInputText) || input.uri.scheme !== scheme) continue;
      if (!isShown(input.uri)) listener(input.uri);
    }
  });
}

function isShown(uri: Uri): boolean {
  const wanted = uri.toString();
  return window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === wanted),
  );
}
