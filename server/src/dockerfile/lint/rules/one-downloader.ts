import type { Finding, Rule } from '../../../lint/rule.ts';
import type { CommandUse, DockerfileFile } from '../file.ts';
import { grouped } from '../grouped.ts';

export const oneDownloader: Rule<DockerfileFile> = {
  id: 'one-downloader',
  summary: 'Use either wget or curl',
  rationale: `Both do the same, so an image that needs both carries one of them for nothing. Every \`RUN\` of a stage that uses
one is reported once the stage has used both.

To download a file into an image, \`ADD https://… /file\` needs neither, and \`--checksum\` makes sure that it is the right one.`,
  severity: 'warning',
  codes: ['DL4001'],
  scope: 'stage',
  examples: {
    bad: ['FROM debian:12\nRUN wget -q https://example.com/a\nRUN curl -fsSLO https://example.com/b\n'],
    good: [
      'FROM debian:12\nRUN curl -fsSLO https://example.com/a\nRUN curl -fsSLO https://example.com/b\n',
      'FROM debian:12 AS build\nRUN wget -q https://example.com/a\nFROM debian:12\nRUN curl -fsSLO https://example.com/b\n',
    ],
  },
  *check(file) {
    const uses = file.commands('wget', 'curl').toSorted((a, b) => a.command.start - b.command.start);
    for (const stage of grouped(uses, ({ step }) => separately(step)).values()) yield* inspect(file, stage);
  },
};

/** What an `ONBUILD` will do is apart from what its stage does. */
function separately({ stage, onbuild }: CommandUse['step']): string {
  return `${stage.index}${onbuild === undefined ? '' : ' later'}`;
}

function* inspect(file: DockerfileFile, uses: readonly CommandUse[]): Iterable<Finding> {
  const [first] = uses;
  const other = uses.find(({ command }) => command.name.text !== first?.command.name.text);
  if (first === undefined || other === undefined) return;
  for (const [step, inStep] of grouped(uses, (use) => use.step)) {
    // Up to there the stage has used one.
    if (step.start < other.step.start) continue;
    const reported = inStep.find(({ command }) => command.name.text === other.command.name.text) ?? inStep[0];
    if (reported === undefined) continue;
    const against = reported.command.name.text === first.command.name.text ? other : first;
    yield {
      range: file.range(reported.command.name),
      subject: file.range(reported.command),
      message: 'This stage uses both wget and curl. Use one of them.',
      related: [{ range: file.range(against.command.name), message: `${against.command.name.text} is used here` }],
    };
  }
}
