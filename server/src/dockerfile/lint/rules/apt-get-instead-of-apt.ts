import type { Fix, Rule } from '../../../lint/rule.ts';
import { readArguments } from '../arguments.ts';
import type { DockerfileFile } from '../file.ts';
import { apt } from '../packages/apt.ts';
import type { Command } from '../../../shell/script.ts';

/** The program that does the same under the same verb. */
const programs: ReadonlyMap<string, string> = new Map([
  ...[
    'autoclean',
    'autoremove',
    'autopurge',
    'build-dep',
    'changelog',
    'clean',
    'dist-upgrade',
    'distclean',
    'download',
  ]
    .concat(['install', 'purge', 'reinstall', 'remove', 'satisfy', 'source', 'update', 'upgrade'])
    .map((verb) => [verb, 'apt-get'] as const),
  ...['depends', 'policy', 'rdepends', 'search', 'show', 'showsrc'].map((verb) => [verb, 'apt-cache'] as const),
]);

export const aptGetInsteadOfApt: Rule<DockerfileFile> = {
  id: 'apt-get-instead-of-apt',
  summary: 'Use apt-get instead of apt',
  rationale: `\`apt\` is made for people at a terminal: it warns that its interface may change, and its output does. \`apt-get\` and
\`apt-cache\` are what scripts are meant to use.

The fix takes the one that knows the verb. It is a safe one but for \`upgrade\`, which \`apt\` lets install new packages, and
\`search\` and \`show\`, which print something else. \`apt list\` and the like have no twin.`,
  severity: 'warning',
  codes: ['DL3027'],
  scope: 'step',
  examples: {
    bad: ['FROM debian:12\nRUN apt update && apt install -y curl=7.88.* && rm -rf /var/lib/apt/lists/*\n'],
    good: ['FROM debian:12\nRUN apt-get update && apt-get install -y curl=7.88.* && rm -rf /var/lib/apt/lists/*\n'],
  },
  *check(file) {
    for (const { command } of file.commands('apt')) {
      const fix = replacement(file, command);
      yield {
        range: file.range(command.name),
        message: 'The interface of apt is not meant for scripts and may change. Use apt-get or apt-cache.',
        ...(fix && { fix }),
      };
    }
  },
};

function replacement(file: DockerfileFile, { name, args }: Command): Fix | undefined {
  const verb = readArguments(args, { takesValue: (name) => apt.valued.has(name) }).operands[0]?.text ?? '';
  const program = programs.get(verb);
  if (program === undefined) return undefined;
  const quote = file.source.text.charAt(name.start) === '"' ? '"' : '';
  return {
    title: `Use ${program}`,
    edits: [{ range: file.range(name), newText: quote + program + quote }],
    safe: program === 'apt-get' && verb !== 'upgrade',
  };
}
