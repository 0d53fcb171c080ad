import type { Step } from '../model/step.ts';
import { change, type Mistake } from './mistake.ts';

/** A JSON array with anything but strings in it: everything else that is not JSON is taken for a shell text. */
export function* jsonStrings(step: Step): Iterable<Mistake> {
  if (!step.line.text.includes('[')) return;
  const [first] = step.name === 'HEALTHCHECK' ? step.words : [];
  const { text, start, end } = first === undefined ? step.argument : step.after(first);
  if (!text.startsWith('[') || (first === undefined ? step.json : step.jsonAfter(first)) !== undefined) return;
  try {
    if (!Array.isArray(JSON.parse(text))) return;
  } catch {
    return;
  }
  yield {
    id: 'json-strings',
    at: { start, end },
    message: 'In the JSON form everything is a string in double quotes.',
  };
}

/** `SHELL` has the JSON form only. */
export function* checkShell(step: Step): Iterable<Mistake> {
  const { argument, json } = step;
  if (json?.length === 0) yield { id: 'missing-argument', at: argument, message: 'SHELL needs a program.' };
  if (json !== undefined || argument.text === '') return;
  const array = asJson(argument.text);
  const single = argument.end - argument.start === argument.text.length;
  yield {
    id: 'shell-form',
    at: argument,
    message: 'SHELL is written in JSON, such as ["/bin/bash", "-c"].',
    ...(array !== undefined &&
      single && { fix: { ...change(argument, array), title: 'Write it as JSON', safe: true } }),
  };
}

/** Plain words, or an array with the wrong quotes. */
function asJson(text: string): string | undefined {
  const inner = /^\[(.*)\]$/.exec(text)?.[1];
  if (inner !== undefined) {
    if (!/^\s*'[^'"\\]*'(\s*,\s*'[^'"\\]*')*\s*$/.test(inner)) return undefined;
    return text.replaceAll("'", '"');
  }
  if (/["'\\[\],`$]/.test(text)) return undefined;
  return `[${text
    .split(/\s+/)
    .map((word) => JSON.stringify(word))
    .join(', ')}]`;
}
