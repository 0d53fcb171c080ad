import { TabInputText, window, type Disposable, type Uri, type ViewColumn } from 'vscode';

/**
 * Tells when the last tab of a document of this scheme is closed. (A document itself lives on for minutes after its tab,
 * so `onDidCloseTextDocument` comes too late to stop a stream.)
 */
export function onDidCloseTab(scheme: string, listener: (uri: Uri) => void): Disposable {
  return window.tabGroups.onDidChangeTabs(({ closed }) => {
    for (const { input } of closed) {
      if (!(input instanceof TabInputText) || input.uri.scheme !== scheme) continue;
      if (columnOf(input.uri) === undefined) listener(input.uri);
    }
  });
}

/** The group that a document is open in. */
export function columnOf(uri: Uri): ViewColumn | undefined {
  const wanted = uri.toString();
  return window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === wanted),
  )?.viewColumn;
}

/** The documents of this scheme that have a tab. */
export function tabsOf(scheme: string): Uri[] {
  return window.tabGroups.all.flatMap(({ tabs }) =>
    tabs.flatMap(({ input }) => (input instanceof TabInputText && input.uri.scheme === scheme ? [input.uri] : [])),
  );
}
