import { TextDocument } from 'vscode-languageserver-textdocument';
import { code } from '../../markdown.ts';
import { uriOf } from '../../workspace/paths.ts';
import type { Lookup } from '../interpolation/expand.ts';
import type { Variable } from '../interpolation/template.ts';
import { linkTo, masked } from './effective.ts';

/** What a variable stands for by its operator. */
export function variableHelp({ name, operator, operand = '' }: Variable): string {
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

/** Its value in the project, and where that comes from. */
export async function variableValue(
  { name }: Variable,
  {
    lookup,
    readText,
  }: { readonly lookup: Lookup; readonly readText?: ((path: string) => Promise<string | undefined>) | undefined },
): Promise<string> {
  const found = lookup(name);
  if (!found) return 'It is not set.';
  const { value, source } = found;
  const is = `Its value is ${masked(name, value)}`;
  if (source.kind === 'shell') return `${is}, from the environment.`;
  if (source.kind === 'project') return `${is}, the name of the project.`;
  const uri = uriOf(source.path);
  const text = (await readText?.(source.path)) ?? '';
  const line = TextDocument.create(uri, 'dotenv', 0, text).positionAt(source.start).line + 1;
  return `${is}, from ${linkTo(uri, { line })}.`;
}
