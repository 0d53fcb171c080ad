import type { Hover, Position } from 'vscode-languageserver-types';
import { variablesOf } from '../check/variables.ts';
import { markdown, typeWords } from '../completion/describe.ts';
import type { LanguageHost } from '../../language.ts';
import { code, fenced, joined } from '../../markdown.ts';
import { imageHelp } from '../../workspace/imageHelp.ts';
import type { ComposeDocument, ComposePart } from '../document.ts';
import { effectiveHelp, place } from '../hover/effective.ts';
import { variableHelp, variableValue } from '../hover/variables.ts';
import type { ProjectLoader } from '../project/loader.ts';
import type { Project } from '../project/project.ts';
import { definitions } from '../references.ts';
import { docsUrl } from '../schema/docs.ts';
import type { Shape } from '../schema/shape.ts';
import { type Named, namedAt } from '../named.ts';
import { isMerge } from '../yaml/anchors.ts';
import { isKey, leafAt } from '../yaml/find.ts';
import { type Entry, pathTo, type Scalar } from '../yaml/node.ts';

export type HoverTools = Pick<LanguageHost, 'images' | 'readText'> & { readonly projects: ProjectLoader };

/**
 * What a key means and comes to in the project, what a variable stands for and where its value is from, what an alias or a
 * reference leads to, what the engine has of an image.
 */
export async function provideHover(
  document: ComposeDocument,
  position: Position,
  { projects, images, readText }: HoverTools,
): Promise<Hover | null> {
  const project = await projects.of(document);
  const offset = document.text.offsetAt(position);
  const part = document.partAt(offset);
  if (!part) return null;
  const leaf = leafAt(part.root, offset);
  const hover = (value: string, at: { readonly start: number; readonly end: number }): Hover | null =>
    value === '' ? null : { contents: { kind: 'markdown', value }, range: document.range(at) };
  if (leaf && isKey(leaf)) {
    const value = keyHover(leaf.parent, part);
    const named = namedAt(part, offset);
    const elsewhere = named?.definition?.at.start === leaf.start ? '' : definitionText(named, { document, project });
    return hover(
      value === undefined ? '' : joined(value, effectiveHelp(project, document, leaf.parent), elsewhere),
      leaf,
    );
  }
  if (leaf?.kind === 'scalar') {
    const variable = variablesOf(leaf).findLast(({ start, end }) => start <= offset && offset <= end);
    const lookup = project.scopeOf(document)?.lookup ?? project.environment.get;
    if (variable)
      return hover(joined(variableHelp(variable), await variableValue(variable, { lookup, readText })), variable);
  }
  const named = namedAt(part, offset);
  const target = definitionText(named, { document, project });
  if (named && target !== '') return hover(target, named.at);
  if (leaf?.kind !== 'scalar') return null;
  const shape = part.locator.shapeOf(leaf);
  const entry = leaf.parent?.kind === 'entry' ? leaf.parent : undefined;
  const effective = entry ? effectiveHelp(project, document, entry) : '';
  const isImage = shape?.scalar?.kind === 'image' && !leaf.text.includes('$') && leaf.text !== '';
  const image = isImage && entry?.parent?.get('build') === undefined ? await imageHelp(leaf.text, images) : '';
  return hover(joined(valueMeaning(leaf, shape) ?? '', image, effective), leaf);
}

/** The lines that define a name, of another file of the project where this one does not. */
function definitionText(
  named: Named | undefined,
  { document, project }: { readonly document: ComposeDocument; readonly project: Project },
): string {
  if (named?.definition) return fenced('yaml', excerpt(document, named.definition.value));
  const { section, name } = named ?? {};
  if (!section) return '';
  for (const file of project.files)
    for (const part of file.parts) {
      const entry = definitions(part, section).find(({ key }) => key.text === name);
      const at = entry && { document: file, start: entry.start, end: entry.end };
      if (at) return joined(fenced('yaml', excerpt(file, entry)), `In ${place(at, document)}.`);
    }
  return '';
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
