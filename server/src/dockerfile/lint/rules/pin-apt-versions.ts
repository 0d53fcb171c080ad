import type { Finding, Rule } from '../../../lint/rule.ts';
import type { Command, Word } from '../../../shell/script.ts';
import { aptInstalls } from '../apt.ts';
import type { DockerfileFile } from '../file.ts';

export const pinAptVersions: Rule<DockerfileFile> = {
  id: 'pin-apt-versions',
  summary: 'Pin the versions of apt packages',
  rationale: `\`apt-get install name\` takes whatever the archive has on the day of the build. With \`name=version\` the same
Dockerfile gives the same image, and a changed package fails the build instead of changing the program in silence.

The finding stands on the first package without a version and names all of them. A version may end in a wildcard
(\`curl=7.88.*\`). Packages from a file, with a release (\`name/bookworm\`), or held in a variable are not reported.`,
  severity: 'warning',
  codes: ['DL3008'],
  examples: {
    bad: ['FROM debian:12\nRUN apt-get update && apt-get install -y \\\n    ca-certificates \\\n    curl=7.88.*\n'],
    good: [
      'FROM debian:12\nRUN apt-get update && apt-get install -y curl=7.88.*\n',
      'FROM debian:12\nRUN apt-get install -y -t bookworm-backports ./tool.deb\n',
    ],
  },
  *check(file) {
    for (const step of file.steps({ onbuild: true })) {
      if (step.name !== 'RUN') continue;
      for (const command of file.script(step)?.commands ?? []) {
        const finding = inspect(file, command);
        if (finding) yield finding;
      }
    }
  },
};

function inspect(file: DockerfileFile, command: Command): Finding | undefined {
  const loose = (aptInstalls(command) ?? []).filter((word) => !isPinned(word));
  const [first, ...others] = loose;
  if (first === undefined) return undefined;
  const names = loose.map(({ text }) => text).join(', ');
  return {
    range: file.range(first),
    subject: file.range(command),
    message: `Pin the version of ${names}: name=version.`,
    ...(others.length > 0 && {
      related: others.map((word) => ({ range: file.range(word), message: `${word.text} has no version either` })),
    }),
  };
}

function isPinned({ text, literal }: Word): boolean {
  return text.includes('=') || text.includes('/') || text.endsWith('.deb') || (!literal && /^["']?\$/.test(text));
}
