import { CompletionItemKind } from 'vscode-languageserver-types';
import { flagDoc, flagsOf, type FlagReference } from '../reference/flags.ts';
import { durations, modes, networks, platforms, securities, type KnownValue } from '../reference/values.ts';
import { offerImages } from './images.ts';
import { offerOwners } from './users.ts';
import type { ArgumentPlace, FlagPlace, FlagValuePlace } from './place.ts';
import type { Scene } from './scene.ts';
import { variablesAt } from './variables.ts';

/** The flags that the instruction takes and does not have yet. */
export function offerFlags(
  { items, again }: Scene,
  { step, hasValue }: FlagPlace | (ArgumentPlace & { hasValue: boolean }),
): void {
  const { token } = items;
  const given = new Set(
    step.flags.filter(({ start, end }) => end <= token.start || start >= token.end).map(({ name }) => name),
  );
  for (const flag of flagsOf(step.name)) {
    if (given.has(flag.name) && flag.repeatable !== true) continue;
    const { name, placeholder, bare, since, labs } = flag;
    items.add({
      label: `--${name}`,
      kind: CompletionItemKind.Property,
      snippet: hasValue ? `--${name}` : `--${name}${bare === true ? '' : valueSnippet(flag)}`,
      detail: `${bare === true ? `[=${placeholder}]` : `=${placeholder}`}${since === undefined ? '' : `, Dockerfile ${since}${labs === true ? '-labs' : ''}`}`,
      doc: flagDoc(flag),
      command: hasValue || bare === true ? undefined : again,
      rank: labs === true ? 7 : 5,
    });
  }
}

function valueSnippet({ value, name, standard }: FlagReference): string {
  switch (value) {
    case 'duration':
    case 'count':
      return `=\${1:${name === 'start-period' ? '10s' : (standard ?? '').replaceAll('`', '')}}`;
    case 'mount':
      return '=type=$1';
    case 'checksum':
      return '=sha256:$1';
    default:
      return '=$1';
  }
}

/** What the flag under the cursor takes. */
export async function offerFlagValues(scene: Scene, place: FlagValuePlace): Promise<void> {
  const { items } = scene;
  const flag = flagsOf(place.step.name).find(({ name }) => name === place.flag);
  const add = (values: readonly KnownValue[], rank = 1): void => {
    for (const { name, doc } of values)
      items.add({ label: name, kind: CompletionItemKind.EnumMember, detail: doc, rank });
  };
  switch (flag?.value) {
    case undefined:
    case 'mount':
    case 'device':
      return;
    case 'platform':
      for (const { name, value, doc } of variablesAt(scene, place.step))
        if (/PLATFORM/i.test(name) || value?.includes('/') === true)
          items.add({ label: `$${name}`, kind: CompletionItemKind.Variable, detail: value, doc, rank: 1 });
      return add(platforms, 2);
    case 'stage-or-image':
      return offerImages(scene, place, { indexes: true });
    case 'owner':
      return offerOwners(scene, place.step);
    case 'mode':
      return add(modes);
    case 'network':
      return add(networks);
    case 'security':
      return add(securities);
    case 'boolean':
      return add([
        { name: 'true', doc: '' },
        { name: 'false', doc: '' },
      ]);
    case 'duration':
      return add(durations.map((name) => ({ name, doc: '' })));
    case 'count':
      return add(['3', '5', '10'].map((name) => ({ name, doc: '' })));
    case 'checksum':
      return add([{ name: 'sha256:', doc: 'The digest of the file.' }]);
    case 'pattern':
      return add([
        { name: '**/*.md', doc: 'in all folders' },
        { name: '**/node_modules', doc: 'in all folders' },
        { name: '**/.git', doc: 'in all folders' },
        { name: '**/*_test.*', doc: 'in all folders' },
      ]);
  }
}
