import { randomBytes } from 'node:crypto';
import { Uri, type Webview } from 'vscode';

export interface PageOptions {
  /** Of the extension's folder, in whose `dist` the page's script and style are. */
  readonly extensionUri: Uri;
  /** Of the bundle: `serviceGraph`. */
  readonly bundle: string;
  readonly title: string;
}

/** Where a page may load from. */
export function pageRoot(extensionUri: Uri): Uri {
  return Uri.joinPath(extensionUri, 'dist');
}

/**
 * The document of a webview: empty but for its script and style. Nothing else may run or be loaded in it, and nothing of the workspace or
 * the engine stands in it: that comes in messages, as data.
 */
export function pageHtml(webview: Webview, { extensionUri, bundle, title }: PageOptions): string {
  const nonce = randomBytes(16).toString('base64url');
  const address = (end: string): string =>
    webview.asWebviewUri(Uri.joinPath(pageRoot(extensionUri), `${bundle}.${end}`)).toString();
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource};`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${address('css')}">
</head>
<body><script nonce="${nonce}" src="${address('js')}"></script></body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (char) => `&#${char.charCodeAt(0)};`);
}
