import type { NameKind, ScalarShape } from '../../schema/shape.ts';
import type { Scalar } from '../../yaml/node.ts';
import { sourceMap } from '../../yaml/source.ts';
import { type CheckedRule, type Report, type Spot, spotOf, underline } from '../report.ts';
import type { Fault } from './fault.ts';
import { kindChecks, nameChecks } from './kinds.ts';
import { quotingAdvice, rangeFaults, relativeFaults } from './plain.ts';
import { wordFaults } from './words.ts';

/** What is wrong with a value of the right type, beyond the schema; its text is known, without variables in it. */
export function* checkValue(node: Scalar, shape: ScalarShape): Iterable<Report> {
  if (node.type === 'null') return;
  const { text } = node;
  const { kind } = shape;
  const check = kind && kindChecks[kind];
  if (check) yield* reports(node, check.faults(text, node), check);
  if (shape.strict !== undefined) yield* reports(node, wordFaults(text, shape), { rule: 'unknown-word' });
  if (shape.within) yield* reports(node, rangeFaults(text, shape.within), { rule: 'value-range' });
  if (shape.relative) yield* reports(node, relativeFaults(text), { rule: 'portable-path' });
  if (kind === 'port' || kind === 'volume' || shape.cast === 'boolean')
    yield* reports(node, quotingAdvice(node, shape), { rule: 'boolean-word' });
}

/** What is wrong with a name that the author gave, and with how its value is written. */
export function* checkName(key: Scalar, kind: NameKind): Iterable<Report> {
  const check = nameChecks[kind];
  if (check) yield* reports(key, check.faults(key.text, key), check);
}

/** Of one text; who wrote more than that has another problem. */
const most = 20;

interface Defaults {
  readonly rule: CheckedRule;
  readonly severity?: Report['severity'];
}

function* reports(node: Scalar, faults: Iterable<Fault>, standard: Defaults): Iterable<Report> {
  const spot = (piece: Fault['at']): Spot =>
    piece ? { place: node.place, ...sourceMap(node)(piece) } : underline(node);
  let left = most;
  for (const fault of faults) {
    if (left === 0) return;
    left -= 1;
    const { at, message, fix, rule = standard.rule, severity = standard.severity } = fault;
    yield {
      rule,
      at: spot(at),
      message: message.startsWith('{}') ? subject(node) + message.slice(2) : message,
      ...(severity && { severity }),
      ...(fix && {
        fix: {
          title: fix.title,
          edits: [{ at: fix.raw === true ? spotOf(node) : spot(fix.at ?? at ?? whole(node)), text: fix.text }],
          safe: fix.safe === true,
        },
      }),
    };
  }
}

/** A fix writes between the quotes. */
function whole({ text }: Scalar): Fault['at'] {
  return { from: 0, to: text.length };
}

function subject({ parent }: Scalar): string {
  const entry = parent?.kind === 'sequence' ? parent.parent : parent;
  return entry?.kind === 'entry' && entry.key.text !== '' && parent?.kind !== 'sequence'
    ? `\`${entry.key.text}\``
    : 'This item';
}
