import { readPragma } from '../../../lint/directives.ts';
import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { wholeLines } from '../wholeLines.ts';

export const noInlineIgnore: Rule<DockerfileFile> = {
  id: 'no-inline-ignore',
  summary: 'Ignore rules in the configuration, not in the file',
  rationale: `Some teams want to see in one place, \`.hadolint.yaml\`, which rules do not count. For them this rule finds
\`# hadolint ignore=…\` comments. The comments still do what they say, unless \`disable-ignore-pragma\` is set.

Off by default. \`stage ignore\` and \`global ignore\` are not reported.`,
  severity: 'off',
  codes: ['DL1001'],
  examples: {
    bad: ['FROM alpine:3.20\n# hadolint ignore=DL3018\nRUN apk add --no-cache curl\n'],
    good: [
      'FROM alpine:3.20\n# hadolint shell=/bin/ash\nRUN apk add --no-cache curl=8.9.1-r1\n',
      '# hadolint global ignore=DL3018\nFROM alpine:3.20\n',
    ],
  },
  *check(file) {
    for (const { line, text } of file.document.parsed.comments) {
      const pragma = readPragma(text);
      if (pragma === undefined || pragma.scope !== undefined || pragma.shell !== undefined) continue;
      const whole = wholeLines(file, line);
      const written = file.document.text.getText({
        start: { line, character: 0 },
        end: { line: line + 1, character: 0 },
      });
      const character = written.search(/\S/);
      yield {
        range: { start: { line, character }, end: { line, character: written.trimEnd().length } },
        message: `This comment ignores ${pragma.names.join(', ')} here. Ignore it in .hadolint.yaml, or heed it.`,
        fix: { title: 'Delete the comment', edits: [{ range: whole, newText: '' }], safe: true },
      };
    }
  },
};
