import type { Hover, Position } from 'vscode-languageserver-types';
import { variablesOf } from '../check/variables.ts';
import { markdown, typeWords } from '../completion/describe.ts';
import { code, fenced } from '../../markdown.ts';
import type { ComposeDocument, ComposePart } from '../document.ts';
import type { Variable } from '../interpolation/template.ts';
import { docsUrl } from '../schema/docs.ts';
import type { Shape } from '../schema/shape.ts';
import { namedAt } from '../named.ts';
import { isMerge } from '../yaml/anchors.ts';
import { isKey, leafAt } from '../yaml/find.ts';
import { type Entry, pathTo, type Scalar } from '../yaml/node.ts';

/** What a key means, what a word stands for, what an alias or a reference leads to. */
export function provideHover(document: ComposeDocument, position: Position): Hover | null {
  const offset = document.text.offsetAt(position);
  const part = document.partAt(offset);
  if (!part) return null;
  const leaf = leafAt(part.root, offset);
  const hover = (value: string, at: { readonly start: number; readonly end: number }): Hover => ({
    contents: { kind: 'markdown', value },
    range: document.range(at),
  });
  if (leaf && isKey(leaf)) {
    const value = keyHover(leaf.parent, part);
    const definition = namedAt(part, offset)?.definition;
    const elsewhere =
      definition && definition.at.start !== leaf.start ? fenced('yaml', excerpt(document, definition.value)) : '';
    return value === undefined ? null : hover([value, elsewhere].filter((text) => text !== '').join('\n\n'), leaf);
  }
  if (leaf?.kind === 'scalar') {
    const variable = variablesOf(leaf).findLast(({ start, end }) => start <= offset && offset <= end);
    if (variable) return hover(variableHover(variable), variable);
  }
  const named = namedAt(part, offset);
  if (named?.definition) {
    const { value } = named.definition;
    return hover(fenced('yaml', excerpt(document, value)), named.at);
  }
  const meaning = leaf?.kind === 'scalar' ? valueMeaning(leaf, part.locator.shapeOf(leaf)) : undefined;
  return leaf && meaning !== undefined ? hover(meaning, leaf) : null;
}

function keyHover(entry: Entry, { locator }: ComposePart): string | undefined {
  const name = code(entry.key.text);
  if (isMerge(entry)) return `${name} copies the keys of other mappings into this one; keys that stand here win.`;
  const shape = locator.shapeOfEntry(entry);
  if (!shape || shape.any === true) return undefined;
  const isName = entry.parent && !Object.hasOwn(locator.shapeOf(entry.parent)?.mapping?.keys ?? {}, entry.key.text);
  const what = entry.parent && locator.shapeOf(entry.parent)?.mapping?.names?.what;
  const title = isName === true ? `${name}: ${what ?? 'a name of your own'}` : `${name}: ${typeWords(shape)}`;
  const link = isName === true ? '' : `[Reference](${docsUrl(pathTo(entry))})`;
  return [title, markdown(shape), link].filter((text) => text !== '').join('\n\n');
}

function variableHover({ name, operator, operand = '' }: Variable): string {
  const shown = operand === '' ? 'nothing' : code(operand);
  const meaning: Readonly<Record<NonNullable<Variable['operator']>, string>> = {
    ':-': `its value, or ${shown} when it is unset or empty`,
    '-': `its value, or ${shown} when it is unset`,
    ':+': `${shown} when it is set and not empty, else nothing`,
    '+': `${shown} when it is set, else nothing`,
    ':?': `its value; an error when it is unset or empty${operand === '' ? '' : `: ${shown}`}`,
    '?': `its value; an error when it is unset${operand === '' ? '' : `: ${shown}`}`,
  };
  return `Variable ${code(name)}: ${operator ? meaning[operator] : 'its value, or nothing when it is unset'}.`;
}

function valueMeaning({ text }: Scalar, shape: Shape | undefined): string | undefined {
  const values = shape?.scalar?.values ?? {};
  const meaning = Object.hasOwn(values, text) ? values[text] : undefined;
  return meaning === undefined || meaning === '' ? undefined : `${code(text)}: ${meaning}`;
}

/** The lines of a definition, not too many of them. */
function excerpt(document: ComposeDocument, { start, end }: { readonly start: number; readonly end: number }): string {
  const first = document.text.positionAt(start);
  const text = document.content.slice(start - first.character, end);
  const lines = text.split(/\r?\n/);
  const indent = Math.min(
    ...lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0),
  );
  const shown = lines.slice(0, 20).map((line) => line.slice(indent));
  return [...shown, ...(lines.length > 20 ? ['…'] : [])].join('\n');
}
