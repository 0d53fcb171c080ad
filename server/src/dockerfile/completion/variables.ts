import { CompletionItemKind } from 'vscode-languageserver-types';
import { chain } from '../model/stage.ts';
import type { Step } from '../model/step.ts';
import { modifiers, predefinedArgs } from '../reference/variables.ts';
import { escapeSnippet } from './items.ts';
import type { Scene } from './scene.ts';
import type { VariablePlace } from './variablePlace.ts';

export interface KnownVariable {
  readonly name: string;
  /** `undefined` when it comes from outside. */
  readonly value: string | undefined;
  /** Markdown. */
  readonly doc: string;
}

/** The variables that have a meaning at a step: the file's own, and in `FROM` the platforms. */
export function variablesAt({ document }: Pick<Scene, 'document'>, step: Step): KnownVariable[] {
  const { values } = document;
  const global = step.name === 'FROM' || step.stage.from === undefined;
  const scope = global ? values.globals : values.at(step);
  const setters = settersBefore(step, document.stages);
  const known = new Map<string, KnownVariable>();
  for (const name of scope.names()) {
    const setter = setters.get(name);
    if (global && (setter === undefined || setter.start >= step.start)) continue;
    const doc = setter ? `\`${setter.name}\` in line ${setter.startLine + 1}` : '';
    known.set(name, { name, value: scope.get(name), doc });
  }
  if (global)
    for (const { name, doc, kind, example = '' } of predefinedArgs)
      if (kind === 'platform' && !known.has(name))
        known.set(name, { name, value: undefined, doc: `${doc} Such as \`${example}\`.` });
  return [...known.values()];
}

/** The name after a `$`, or a modifier after it. */
export function offerVariables(scene: Scene, place: VariablePlace): void {
  const { items } = scene;
  const close = place.braces && !place.closed ? '\\}' : '';
  if (place.kind === 'modifier') {
    offerModifiers(scene, { prefix: '', close, typed: place.token.typed });
    return;
  }
  const variables = variablesAt(scene, place.step);
  for (const { name, value, doc } of variables)
    items.add({
      label: name,
      kind: CompletionItemKind.Variable,
      snippet: `${escapeSnippet(name)}${close}`,
      detail: value ?? 'given to the build',
      doc,
      rank: value === undefined ? 2 : 1,
    });
  const { typed } = place.token;
  if (place.braces && variables.some(({ name }) => name === typed))
    offerModifiers(scene, { prefix: typed, close, typed: '' });
}

function offerModifiers(
  { items }: Scene,
  { prefix, close, typed }: { readonly prefix: string; readonly close: string; readonly typed: string },
): void {
  for (const { modifier, placeholder, doc, since } of modifiers) {
    if (!modifier.startsWith(typed)) continue;
    items.add({
      label: `${prefix}${modifier}${placeholder}`,
      kind: CompletionItemKind.Operator,
      snippet: `${prefix}${modifier}\${1:${placeholder}}${close}`,
      detail: since === undefined ? '' : `Dockerfile ${since}`,
      doc,
      rank: since === undefined ? 3 : 4,
      filter: `${prefix}${modifier}`,
    });
  }
}

/** The instruction that set each name last before a step: in its stage, in those it continues, or above the first `FROM`. */
function settersBefore(step: Step, stages: Scene['document']['stages']): ReadonlyMap<string, Step> {
  const setters = new Map<string, Step>();
  const first = stages[0];
  const heads = first !== undefined && first.from === undefined ? [first] : [];
  for (const stage of [...heads, ...chain(step.stage).toReversed()])
    for (const setter of stage.steps) {
      if (setter.name !== 'ARG' && setter.name !== 'ENV') continue;
      if (stage === step.stage && setter.start >= (step.onbuild ?? step).start) break;
      for (const { name } of setter.assignments) setters.set(name, setter);
    }
  return setters;
}
