import type { Report } from '../report.ts';
import { listed } from '../../schema/words.ts';
import { atKey, type View } from './view.ts';

/** `configs.*`: content comes from one place (validation/validation.go). */
export function* checkConfig(view: View): Iterable<Report> {
  yield* checkExternal(view, 'warning');
  yield* oneOf(view, ['file', 'environment', 'content'], { needed: !view.get('external') && !view.get('driver') });
}

export function* checkSecret(view: View): Iterable<Report> {
  yield* checkExternal(view, 'warning');
  yield* oneOf(view, ['file', 'environment'], { needed: !view.get('external') && !view.get('driver') });
}

export function* checkCredentialSpec(view: View): Iterable<Report> {
  for (const report of oneOf(view, ['config', 'file', 'registry'], { needed: true }))
    yield { ...report, severity: 'warning' };
}

function* oneOf(view: View, names: readonly string[], { needed }: { readonly needed: boolean }): Iterable<Report> {
  const [first, ...others] = names.flatMap((name) => view.get(name) ?? []);
  const choice = listed(names.map((name) => `\`${name}\``));
  for (const other of others)
    if (first)
      yield atKey(other, 'one-source', `Only one of ${choice} can stand here; \`${first.key.text}\` does already.`);
  if (!first && needed && !view.partial)
    yield { rule: 'one-source', at: view.at, message: `One of ${choice} must stand here.` };
}

/** `external: true` says that something is made elsewhere; only volumes are refused for more (validation/external.go). */
export function* checkExternal(view: View, severity?: 'warning'): Iterable<Report> {
  const external = view.get('external');
  if (!external) return;
  const named = external.value.kind === 'mapping' && view.inside('external')?.get('name') !== undefined;
  const isTrue = external.value.kind === 'mapping' || /^(?:true|y|yes|on)$/i.test(view.text('external') ?? '');
  if (!isTrue) return;
  for (const name of view.names) {
    const found = view.get(name);
    if (!found || name === 'external' || name.startsWith('x-')) continue;
    if (name === 'name') {
      if (named)
        yield atKey(
          found,
          'external-alone',
          'The name stands under `external` already: write `external: true`, and the name here.',
        );
    } else
      yield {
        ...atKey(
          found,
          'external-alone',
          `\`${name}\` cannot go with \`external\`: what is made elsewhere is set up there.`,
        ),
        ...(severity && { severity }),
      };
  }
}
