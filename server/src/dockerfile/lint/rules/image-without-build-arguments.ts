import type { Finding, Rule } from '../../../lint/rule.ts';
import { readImageReference } from '../../../workspace/imageReference.ts';
import { platformArguments } from '../../model/predefinedArguments.ts';
import { expand } from '../../model/variables.ts';
import type { DockerfileFile } from '../file.ts';

export const imageWithoutBuildArguments: Rule<DockerfileFile> = {
  id: 'image-without-build-arguments',
  summary: 'Give the arguments of FROM defaults that make an image',
  rationale: `With the defaults of its \`ARG\`s alone, \`FROM\` should name an image, so that the file builds when no build argument is
given. An argument without a default is empty.

As in BuildKit, build arguments that are given do not count here. A name without a variable is not looked at.`,
  severity: 'warning',
  codes: ['InvalidDefaultArgInFrom'],
  examples: {
    bad: ['ARG VERSION\nFROM alpine:$VERSION\n', 'ARG BASE\nFROM $BASE AS build\n'],
    good: ['ARG VERSION=3.20\nFROM alpine:$VERSION\n', 'ARG VARIANT\nFROM alpine:3.20${VARIANT}\n'],
  },
  *check(file) {
    let defaults: ReadonlyMap<string, string> | undefined;
    for (const { from, image } of file.stages) {
      if (from === undefined || image === undefined || !image.text.includes('$')) continue;
      const values = (defaults ??= defaultsOf(file));
      const { text, error } = expand(image.text, { escape: from.escape, lookup: (name) => values.get(name) });
      if (error !== undefined) return;
      if (readImageReference(text) !== undefined) continue;
      const result = text === '' ? 'nothing' : text;
      const fix = defaultTag(file, image.text);
      yield {
        range: file.range(image),
        message: `Without build arguments this is ${result}, which is no image. Give its ARG a default.`,
        ...(fix && { fix }),
      };
    }
  },
};

/** Where an argument is all of the tag, and has no default: the one that Docker takes when no tag is written. */
function defaultTag(file: DockerfileFile, image: string): Finding['fix'] {
  const [, plain, braced] = /:\$(?:(\w+)|\{(\w+)\})$/.exec(image) ?? [];
  const name = plain ?? braced;
  const [first] = file.stages;
  const argument = (first?.from === undefined ? (first?.steps ?? []) : [])
    .filter((step) => step.name === 'ARG')
    .flatMap((step) => step.assignments)
    .findLast((assignment) => assignment.name === name);
  if (name === undefined || argument === undefined || argument.value !== undefined) return undefined;
  const range = file.range({ start: argument.end, end: argument.end });
  return { title: `Give ${name} the default latest`, edits: [{ range, newText: '=latest' }], safe: false };
}

/** The arguments before the first `FROM`, as they are when the build is given none. */
function defaultsOf({ stages: [first] }: DockerfileFile): ReadonlyMap<string, string> {
  const values = new Map(Object.entries(platformArguments()));
  for (const step of first?.from === undefined ? (first?.steps ?? []) : []) {
    if (step.name !== 'ARG') continue;
    for (const { name, value } of step.assignments)
      if (value !== undefined)
        values.set(name, expand(value, { escape: step.escape, lookup: (key) => values.get(key) }).text);
  }
  return values;
}
