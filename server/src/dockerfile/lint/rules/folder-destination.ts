import type { Finding, Rule } from '../../../lint/rule.ts';
import type { Step, Word } from '../../model/step.ts';
import type { DockerfileFile } from '../file.ts';

export const folderDestination: Rule<DockerfileFile> = {
  id: 'folder-destination',
  summary: 'End the destination of several files with a slash',
  rationale: `Several sources can only go into a folder, and \`COPY\` takes a destination for a folder when it ends in a slash.
Without one the build fails.

A destination that is \`.\` or \`..\`, or ends so, is a folder to every builder. hadolint reports it all the same; here it is
a hint. Destinations that end in a variable are reported, as in hadolint, unless the file gives a value with a slash.`,
  severity: 'error',
  codes: ['DL3021'],
  scope: 'stage',
  examples: {
    bad: ['FROM alpine:3.20\nCOPY a.js b.js /srv\n', 'FROM alpine:3.20\nCOPY ["a.js", "b.js", "/srv"]\n'],
    good: ['FROM alpine:3.20\nCOPY a.js b.js /srv/\n', 'FROM alpine:3.20\nCOPY a.js /srv\n'],
  },
  *check(file) {
    for (const step of file.all('COPY')) {
      const words = step.json ?? step.words;
      const target = words.at(-1);
      if (step.onbuild || target === undefined || words.length < 3) continue;
      if (!endsInSlash(file, { step, target })) yield report(file, { step, target });
    }
  },
};

interface Destination {
  readonly step: Step;
  readonly target: Word;
}

function endsInSlash(file: DockerfileFile, { step, target }: Destination): boolean {
  const text = bare(target.text);
  if (/[/\\]$/.test(text)) return true;
  const name = /\$(?:\{(\w+)\}|(\w+))$/.exec(text);
  const value = name === null ? undefined : file.values.at(step).get(name[1] ?? name[2] ?? '');
  return value?.endsWith('/') === true;
}

function report(file: DockerfileFile, { step, target }: Destination): Finding {
  const text = bare(target.text);
  const isFolder = /(^|\/)\.{1,2}$/.test(text);
  // Before the quote that ends it; a JSON string always has one.
  const end = target.end - (step.json || text !== target.text ? 1 : 0);
  return {
    range: file.range(target),
    message: isFolder
      ? `Write ${text}/, so that the destination of several files looks like the folder that it is.`
      : `Several files need a folder as their destination. Write ${text}/.`,
    ...(isFolder && { severity: 'style' }),
    fix: {
      title: 'Add a slash',
      edits: [{ range: file.range({ start: end, end }), newText: '/' }],
      safe: true,
    },
  };
}

function bare(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, '$2');
}
