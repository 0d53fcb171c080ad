import { styleOf } from '../../completion/format.ts';
import { collectionRewrites } from '../../refactor/collections.ts';
import type { Rule } from '../../../lint/rule.ts';
import type { Entry } from '../../yaml/node.ts';
import type { ComposeFile } from '../file.ts';
import { serviceNodes } from '../orderRule.ts';

export const mappingForm: Rule<ComposeFile> = {
  id: 'mapping-form',
  summary: 'Write variables and labels as mappings',
  rationale:
    'As a mapping, `environment`, `labels`, `sysctls` and the arguments of a build are merged key by key with other files to read, and no key can be there twice unnoticed. As a list, a value with blanks or a `#` needs quotes around the whole of it.',
  severity: 'off',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    image: nginx:1.27\n    environment:\n      - MODE=dev\n'],
    good: ['services:\n  web:\n    image: nginx:1.27\n    environment:\n      MODE: dev\n'],
  },
  *check({ document }) {
    const style = styleOf(document);
    for (const part of document.parts)
      for (const service of serviceNodes(part)) {
        const build = service.get('build')?.value;
        const entries: (Entry | undefined)[] = ['environment', 'labels', 'sysctls'].map((key) => service.get(key));
        if (build?.kind === 'mapping') entries.push(build.get('args'), build.get('labels'));
        for (const entry of entries) {
          if (entry?.value.kind !== 'sequence' || entry.value.items.length === 0) continue;
          const [rewrite] = collectionRewrites(entry, { document, part, style });
          const edits = rewrite?.edits.map((edit) => ({ range: document.range(edit), newText: edit.text }));
          yield {
            range: document.range(entry.key),
            message: `Write \`${entry.key.text}\` as a mapping.`,
            ...(rewrite && edits && { fix: { title: rewrite.title, edits, safe: true } }),
          };
        }
      }
  },
};
