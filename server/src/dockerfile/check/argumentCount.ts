import type { Step } from '../model/step.ts';
import type { Mistake } from './mistake.ts';

/** What each instruction cannot do without. */
const needs: Readonly<Record<string, string>> = {
  ARG: 'a name',
  CMD: 'a command',
  ENTRYPOINT: 'a command',
  ENV: 'a name and a value',
  EXPOSE: 'a port',
  HEALTHCHECK: 'CMD with a command, or NONE',
  LABEL: 'a name and a value',
  MAINTAINER: 'a name',
  ONBUILD: 'an instruction',
  RUN: 'a command',
  SHELL: 'a JSON array, such as ["/bin/bash", "-c"]',
  STOPSIGNAL: 'a signal',
  USER: 'a user',
  VOLUME: 'a path',
  WORKDIR: 'a path',
};

/** An instruction without arguments. BuildKit runs an empty `RUN`, `CMD` and `ENTRYPOINT`; nobody means one. */
export function* missingArguments(step: Step): Iterable<Mistake> {
  if (step.argument.text !== '') return;
  const what = needs[step.name];
  if (what === undefined) return;
  yield { id: 'missing-argument', at: step.keyword, message: `${step.name} needs ${what}.` };
}

/** `RUN []` starts nothing; `CMD []` and `ENTRYPOINT []` take away what the base image has. */
export function* emptyRun(step: Step): Iterable<Mistake> {
  if (step.argument.text.startsWith('[') && step.json?.length === 0)
    yield { id: 'missing-argument', at: step.argument, message: 'RUN needs a command: this array is empty.' };
}

/** `VOLUME [""]`. */
export function* emptyVolume(step: Step): Iterable<Mistake> {
  for (const word of step.json ?? [])
    if (word.text.trim() === '') yield { id: 'missing-argument', at: word, message: 'The path of a VOLUME is empty.' };
}

/**
 * `USER a b`, `WORKDIR /a # why`: these take the rest of the line, blanks and all, which is seldom meant. Windows has
 * such paths and users.
 */
export function* restOfLine(step: Step): Iterable<Mistake> {
  const { argument } = step;
  const bare = argument.text.replaceAll(/"[^"]*"|'[^']*'|\$\{[^}]*\}|\\\s/g, '');
  const [, rest] = /\S\s+(\S.*)$/s.exec(bare) ?? [];
  if (rest === undefined || step.escape === '`' || /^["']?[a-z]:|\\/i.test(bare)) return;
  const index = argument.text.search(/\s/);
  const lead = argument.text.slice(index).search(/\S/);
  const from = index < 0 || argument.text.slice(0, index).match(/["'{]/) ? 0 : index + lead;
  yield {
    id: 'extra-argument',
    at: step.within(argument, from, argument.text.length - from),
    message: rest.startsWith('#')
      ? `A comment cannot follow ${step.name} on its line: it becomes a part of the ${step.name === 'USER' ? 'name' : 'path'}.`
      : `${step.name} takes one ${step.name === 'USER' ? 'user' : 'path'}, the rest of the line. Quote it if it has a blank.`,
    severity: 'warning',
  };
}
