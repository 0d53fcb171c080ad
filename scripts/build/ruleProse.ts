import type { Plugin } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { Visitor, parseSync } from 'oxc-parser';

/** What a rule says of itself for its page, which is shipped beside the bundles, and what is left of it in them. */
const left: Readonly<Record<string, string>> = { rationale: "''", examples: '{ bad: [], good: [] }' };

/** Leaves what only a rule's page shows out of the bundles: half of what the rules weigh. */
export const ruleProse: Plugin = {
  name: 'rule-prose',
  setup(build) {
    build.onLoad({ filter: /[\\/]lint[\\/]rules[\\/][^\\/]+\.ts$/ }, async ({ path }) => ({
      contents: withoutProse(path, await readFile(path, 'utf8')),
      loader: 'ts',
    }));
  },
};

/** The module of a rule without its prose: the objects in it that have both properties keep them, but empty. */
export function withoutProse(path: string, source: string): string {
  const cuts: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  const { program, errors } = parseSync(path, source);
  // esbuild says it better.
  if (errors.length > 0) return source;
  new Visitor({
    ObjectExpression({ properties }) {
      const found = properties.flatMap((property) => {
        if (property.type !== 'Property' || property.computed || property.key.type !== 'Identifier') return [];
        const text = left[property.key.name];
        const { start, end } = property.value;
        return text === undefined ? [] : [{ start, end, text }];
      });
      if (found.length === Object.keys(left).length) cuts.push(...found);
    },
  }).visit(program);
  return cuts
    .toSorted((one, other) => other.start - one.start)
    .reduce((text, cut) => text.slice(0, cut.start) + cut.text + text.slice(cut.end), source);
}
