import { readTemplate } from '../interpolation/template.ts';
import type { MappingShape, Shape } from '../schema/shape.ts';
import type { Entry } from '../yaml/node.ts';
import { externalNameFix } from './externalName.ts';
import { removal } from './removal.ts';
import { type Report, spotOf } from './report.ts';
import { checkName } from './values/value.ts';

/** What is wrong with a key that its mapping knows, or with a key and how its value is written. */
export function* checkEntry(
  entry: Entry,
  { shape, found }: { readonly shape: MappingShape; readonly found: Shape },
): Iterable<Report> {
  const { key, value } = entry;
  const at = spotOf(key);
  if (found.deprecated !== undefined) {
    const version = key.text === 'version';
    const fix = version ? removalFix(entry) : key.text === 'name' ? externalNameFix(entry) : undefined;
    yield {
      rule: 'deprecated-key',
      at,
      message: `\`${key.text}\` is obsolete: ${found.deprecated}`,
      ...(!version && { severity: 'warning' }),
      ...(fix && { fix }),
    };
  }
  const { names } = shape;
  if (!names || Object.hasOwn(shape.keys, key.text)) return;
  if (names.kind) yield* checkName(key, names.kind);
  if (key.text.includes('$') && readTemplate(key.text).variables.length > 0)
    yield {
      rule: 'variable-in-key',
      at,
      message:
        'Compose replaces variables in values only, so this stays as it is. Write the mapping as a list of `name=value`.',
    };
  if (names.kind === 'variable' && value.kind === 'scalar' && value.type === 'boolean')
    yield {
      rule: 'quote-booleans',
      at: spotOf(value),
      message: `A variable is a text: put \`${value.text}\` in quotes, so that it stays as it is written.`,
      fix: { title: 'Put it in quotes', edits: [{ at: spotOf(value), text: `"${value.text}"` }], safe: true },
    };
}

function removalFix(entry: Entry): Report['fix'] {
  const at = removal(entry);
  return at && { title: `Remove ${entry.key.text}`, edits: [{ at, text: '' }], safe: true };
}
