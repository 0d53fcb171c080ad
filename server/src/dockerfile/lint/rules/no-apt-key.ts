import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';

export const noAptKey: Rule<DockerfileFile> = {
  id: 'no-apt-key',
  summary: 'Use a keyring for a repository instead of apt-key',
  rationale: `A key that \`apt-key\` adds is trusted for every repository there is, Debian's own too. It has been deprecated for
years, and Debian 13 has it no more. Put the key into a file of its own and name it where the repository is listed:

\`\`\`dockerfile
ADD https://example.com/key.asc /etc/apt/keyrings/example.asc
RUN echo "deb [signed-by=/etc/apt/keyrings/example.asc] https://example.com/debian stable main" \\
    > /etc/apt/sources.list.d/example.list
\`\`\``,
  severity: 'info',
  codes: [],
  tags: [2],
  scope: 'step',
  examples: {
    bad: ['FROM debian:12\nRUN curl -fsSL https://example.com/key.asc | apt-key add -\n'],
    good: ['FROM debian:12\nADD https://example.com/key.asc /etc/apt/keyrings/example.asc\n'],
  },
  *check(file) {
    for (const { command } of file.commands('apt-key')) {
      yield {
        range: file.range(command.name),
        subject: file.range(command),
        message:
          'apt-key is deprecated, and trusts the key for every repository. Put it into /etc/apt/keyrings, and name it with signed-by.',
      };
    }
  },
};
