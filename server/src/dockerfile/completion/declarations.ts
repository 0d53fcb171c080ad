import { CompletionItemKind } from 'vscode-languageserver-types';
import { chain } from '../model/stage.ts';
import { labelKeys } from '../reference/labels.ts';
import { ports } from '../reference/values.ts';
import { predefinedArgs } from '../reference/variables.ts';
import { escapeSnippet } from './items.ts';
import type { ArgumentPlace } from './place.ts';
import type { Scene } from './scene.ts';
import type { Token } from './token.ts';
import { offerValues } from './values.ts';

/** Ports of variables and of the file, then those that are well known. */
export function offerPorts(scene: Scene, { step, words }: ArgumentPlace): void {
  const present = new Set(words);
  const add = (name: string, doc: string, rank: number): void => {
    if (!present.has(name)) offerValues(scene, [{ name, doc }], rank);
  };
  const scope = scene.document.values.at(step);
  for (const name of scope.names())
    if (/port$/i.test(name) && /^\d+$/.test(scope.get(name) ?? '')) {
      scene.items.add({
        label: `\${${name}}`,
        kind: CompletionItemKind.Variable,
        snippet: escapeSnippet(`\${${name}}`),
        detail: scope.get(name),
        rank: 1,
      });
      add(scope.get(name) ?? '', name, 2);
    }
  for (const stage of scene.document.stages)
    for (const other of stage.steps)
      if (other.name === 'EXPOSE' && other.start !== step.start)
        for (const { text } of other.words) add(text, 'used in this file', 3);
  for (const { name, doc } of ports) add(name, doc, 5);
}

/** The agreed keys, and those that the file has elsewhere; a value that is there stays. */
export function offerLabels({ document, items }: Scene, { step, token, quoted }: ArgumentPlace): void {
  if (quoted || token.typed.includes('=')) return;
  const own = new Set(step.assignments.filter(({ start }) => start !== token.start).map(({ name }) => name));
  const value = valueOf(document, token) || '="$1"';
  const add = (name: string, doc: string, rank: number): void => {
    if (own.has(name)) return;
    items.add({ label: name, kind: CompletionItemKind.Property, snippet: `${name}${value}`, doc, rank });
  };
  for (const { name, doc } of labelKeys) add(name, doc, 1);
  for (const stage of document.stages)
    for (const other of stage.steps)
      if (other.name === 'LABEL' && other.start !== step.start)
        for (const { name } of other.assignments) add(name, 'Used in this file.', 2);
}

/** In a stage, what is declared above the first `FROM` and what the builder gives. */
export function offerArgs({ document, items }: Scene, { step, token, quoted }: ArgumentPlace): void {
  if (quoted || token.typed.includes('=')) return;
  const own = new Set(
    chain(step.stage)
      .flatMap(({ steps }) => steps)
      .filter(({ name, start }) => name === 'ARG' && start !== step.start)
      .flatMap(({ assignments }) => assignments.map(({ name }) => name)),
  );
  const kind = CompletionItemKind.Variable;
  const kept = valueOf(document, token);
  const { globals } = document.values;
  if (step.stage.from !== undefined)
    for (const name of globals.names())
      if (!own.has(name))
        items.add({
          label: name,
          kind,
          snippet: `${name}${kept}`,
          detail: globals.get(name),
          doc: 'Declared above the first `FROM`.',
          rank: 1,
        });
  for (const { name, doc, kind: given } of predefinedArgs)
    if (!own.has(name) && given !== 'proxy' && (given !== 'platform' || step.stage.from !== undefined))
      items.add({
        label: name,
        kind,
        snippet: `${name}${kept}`,
        doc,
        detail: 'given by the builder',
        rank: given === 'platform' ? 2 : 5,
      });
}

/** What stands behind the name, as snippet text: `=value`, or nothing. */
function valueOf({ content }: Scene['document'], { start, end }: Token): string {
  const written = content.slice(start, end);
  const equals = written.indexOf('=');
  return equals < 0 ? '' : escapeSnippet(written.slice(equals));
}
