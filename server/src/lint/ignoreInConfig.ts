import { isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver-types';

/**
 * The edit that adds a name to `ignored` in the text of a `.hadolint.yaml`; all else in it stays as it is, comments too.
 * `null` when it is there already, or when the text is nothing that a name could be added to.
 */
export function ignoreInConfig(text: string, name: string): TextEdit | null {
  const document = parseDocument(text, { logLevel: 'silent' });
  const root = document.contents;
  if (document.errors.length > 0 || !(root === null || isMap(root) || (isScalar(root) && root.value === null)))
    return null;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const edit = (start: number, newText: string, end = start): TextEdit => {
    const positions = TextDocument.create('', '', 0, text);
    return { range: { start: positions.positionAt(start), end: positions.positionAt(end) }, newText };
  };
  const pair = isMap(root) ? root.items.find(({ key }) => isScalar(key) && key.value === 'ignored') : undefined;
  if (pair === undefined) {
    if (isMap(root) && root.flow === true) return null;
    const broken = text === '' || text.endsWith('\n') ? '' : eol;
    return edit(text.length, `${broken}ignored:${eol}  - ${name}${eol}`);
  }
  const { key, value } = pair;
  if (isSeq(value)) {
    const { items } = value;
    const last = items.at(-1) as Node | undefined;
    if (items.some((item) => isScalar(item) && item.value === name)) return null;
    if (value.flow === true) return edit(endOf(last) ?? startOf(value) + 1, last ? `, ${name}` : name);
    const at = endOf(last);
    if (at === undefined) return null;
    const line = text.slice(text.lastIndexOf('\n', startOf(last) - 1) + 1);
    return edit(lineEnd(text, at), `${eol}${/^[ \t]*/.exec(line)?.[0] ?? ''}- ${name}`);
  }
  if (!isScalar(value) || value.value === name) return null;
  if (value.value === null) return edit(lineEnd(text, startOf(key)), `${eol}  - ${name}`);
  const end = endOf(value) ?? 0;
  return edit(startOf(value), `[${text.slice(startOf(value), end)}, ${name}]`, end);
}

function startOf(node: Node | undefined): number {
  return node?.range?.[0] ?? 0;
}

function endOf(node: Node | undefined): number | undefined {
  return node?.range?.[1];
}

/** Before the line ending, so that a comment after the last item stays with it. */
function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  if (newline < 0) return text.length;
  return text.charAt(newline - 1) === '\r' ? newline - 1 : newline;
}
