import { closest } from '../../../lint/closest.ts';
import { changeTo, didYouMean, type Fault, type Part, parts, quoted } from './fault.ts';

const modes =
  'ro rw z Z nocopy volume-nocopy cached delegated consistent private rprivate shared rshared slave rslave'.split(' ');
/** Podman's. */
const foreignModes = /^(?:U|O|idmap.*)$/;

/** `[SOURCE:]TARGET[:MODE,…]` as compose reads it (format/volume.go). */
export function* volumeFaults(text: string): Iterable<Fault> {
  if (text === '') yield { message: 'This volume is empty.' };
  // Compose takes one or two characters for a target, whatever they are.
  if (text.length <= 2) return;
  const sections = divide(text);
  for (const [index, { from, to, text: section }] of sections.entries()) {
    if (section !== '') continue;
    const edge =
      index === 0 ? 'before this colon' : index === sections.length - 1 ? 'after this colon' : 'between these colons';
    yield {
      at: { from: Math.max(from - 1, 0), to: Math.min(to + 1, text.length) },
      message: `Nothing stands ${edge}.`,
    };
  }
  if (sections.some((section) => section.text === '')) return;
  const [, , mode, extra] = sections;
  if (extra) {
    yield {
      at: { from: extra.from - 1, to: text.length },
      message: 'There are too many colons: a volume is `source:target:mode`.',
    };
    return;
  }
  const source = sections.length > 1 ? sections[0] : undefined;
  const target = sections.length > 1 ? sections[1] : sections[0];
  if (source) yield* sourceFaults(source);
  if (target) yield* targetFaults(target);
  if (mode) yield* modeFaults(mode);
}

function* sourceFaults({ from, to, text }: Part): Iterable<Fault> {
  if (!/[/\\]/.test(text) || /^(?:[./~]|\\\\|[a-z]:)/i.test(text)) return;
  yield {
    rule: 'bind-path-prefix',
    at: { from, to },
    message: `Compose takes ${quoted(text)} for the name of a volume. A path begins with \`./\`.`,
    fix: { title: 'Begin it with ./', text: './', at: { from, to: from } },
  };
}

function* targetFaults({ from, to, text }: Part): Iterable<Fault> {
  if (/^(?:\/|\\|[a-z]:)/i.test(text)) return;
  yield {
    at: { from, to },
    severity: 'warning',
    message: `The path in the container must be absolute: begin it with \`/\`, not ${quoted(text)}.`,
  };
}

function* modeFaults(mode: Part): Iterable<Fault> {
  for (const { from, to, text } of parts(mode.text, ',', mode.from)) {
    if (modes.includes(text) || foreignModes.test(text)) continue;
    const meant = /^read-?only$/i.test(text) ? 'ro' : closest(text, modes);
    yield {
      rule: 'unknown-word',
      at: { from: text === '' ? from - 1 : from, to },
      message: `Compose does not know the mode ${quoted(text)} and ignores it.${didYouMean(meant)}`,
      ...changeTo(meant),
    };
  }
}

/** At the colons that are not those of a Windows drive. */
function divide(text: string): Part[] {
  const sections: Part[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && (text.charAt(at) !== ':' || (at === from + 1 && /[a-z]/i.test(text.charAt(from)))))
      continue;
    sections.push({ from, to: at, text: text.slice(from, at) });
    from = at + 1;
  }
  return sections;
}
