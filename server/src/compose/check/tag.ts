import type { YamlNode } from '../yaml/node.ts';
import { type Report, spotOf } from './report.ts';

/** `!reset` and `!override`, which say how a file is merged over another; `overrides` tells whether this one is. */
export function* checkTag(node: YamlNode, { overrides }: { readonly overrides: boolean }): Iterable<Report> {
  const { tag } = node;
  if (tag !== '!reset' && tag !== '!override') return;
  const { from, to, place } = spotOf(node);
  const before = place.text.lastIndexOf(tag, from);
  const at = before < 0 ? { place, from, to } : { place, from: before, to: before + tag.length };
  if (!overrides)
    yield {
      rule: 'reset-tag',
      at,
      message: `\`${tag}\` has an effect only where this is merged over something: in an override file, or in a service with \`extends\`.`,
    };
  if (tag === '!reset' && node.kind === 'scalar' && node.style === 'missing')
    yield {
      rule: 'reset-tag',
      at,
      message: 'Something must follow `!reset`: `null`, for example.',
      fix: { title: 'Add null', edits: [{ at: { ...at, from: at.to }, text: ' null' }], safe: true },
    };
}
