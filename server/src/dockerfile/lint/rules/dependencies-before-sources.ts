import type { Rule } from '../../../lint/rule.ts';
import type { Command } from '../../../shell/script.ts';
import { mountsOf } from '../../model/mounts.ts';
import type { Stage } from '../../model/stage.ts';
import type { Step, Word } from '../../model/step.ts';
import type { DockerfileFile } from '../file.ts';

export const dependenciesBeforeSources: Rule<DockerfileFile> = {
  id: 'dependencies-before-sources',
  summary: 'Install dependencies before copying everything',
  rationale: `After \`COPY . .\` every change of any file makes the build install all dependencies again. Copy what the installer reads
first (\`package.json\` and its lock file, \`requirements.txt\`, \`go.mod\`), install, and copy the rest then: the layer with the
dependencies stays in the cache.

An install with a cache mount is not reported, and neither is one of a stage that has installed with the same program before
it copied everything.`,
  severity: 'style',
  codes: [],
  scope: 'stage',
  examples: {
    bad: [
      'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci\n',
      'FROM python:3.13\nCOPY ./ /app/\nRUN pip install -r /app/requirements.txt\n',
    ],
    good: [
      'FROM node:22\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\n',
      'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN --mount=type=cache,target=/root/.npm npm ci\n',
      'FROM node:22\nCOPY . .\nRUN npm install --global pnpm@9\n',
    ],
  },
  *check(file) {
    const copies = everythingCopied(file);
    if (copies.size === 0) return;
    const reported = new Set<Step>();
    for (const [program, installs] of installers) {
      for (const { step, command } of file.commands(program)) {
        const copy = copies.get(step.stage);
        const files = installs(command.args.map(({ text }) => text));
        if (copy === undefined || files === undefined || step.onbuild || reported.has(copy.step)) continue;
        // Whatever the order of the commands, the first install of the stage decides.
        if (step.start < copy.step.start || hasCache(step) || installedBefore(file, { program, copy })) continue;
        reported.add(copy.step);
        yield {
          range: file.range(copy.source),
          message: `Every change of a file repeats ${nameOf(command)}. Copy ${files} first, install, then copy the rest.`,
          related: [{ range: file.range(command), message: 'What is repeated' }],
        };
      }
    }
  },
};

interface Copy {
  readonly step: Step;
  readonly source: Word;
}

/** The first `COPY .` of each stage. */
function everythingCopied(file: DockerfileFile): ReadonlyMap<Stage, Copy> {
  const copies = new Map<Stage, Copy>();
  for (const step of file.all('COPY')) {
    const sources = (step.json ?? step.words).slice(0, -1);
    const source = sources.find(({ text }) => /^["']?\.\/?["']?$/.test(text));
    if (source && !step.onbuild && !step.flag('from') && !copies.has(step.stage))
      copies.set(step.stage, { step, source });
  }
  return copies;
}

function installedBefore(
  file: DockerfileFile,
  { program, copy }: { readonly program: string; readonly copy: Copy },
): boolean {
  const { stage, start } = copy.step;
  return [stage.parent, stage].some((at) =>
    at?.steps.some((step) => step.start < start && file.programs(step).includes(program)),
  );
}

function hasCache(step: Step): boolean {
  return mountsOf(step).some(({ type }) => type === 'cache');
}

function nameOf({ name, args }: Command): string {
  return [name.text, ...args.slice(0, 1).map(({ text }) => text)].join(' ');
}

/** The files that an installer reads, when the arguments make it install what they list and nothing else. */
type Installer = (args: readonly string[]) => string | undefined;

function verbs(files: string, ...wanted: readonly string[]): Installer {
  return (args) => {
    const words = args.filter((word) => !word.startsWith('-'));
    const isGlobal = args.some((word) => word === '-g' || word === '--global');
    return !isGlobal && wanted.includes(words.join(' ')) ? files : undefined;
  };
}

const requirements: Installer = (args) =>
  args.includes('install') && args.some((word) => /^(-r|--requirement)/.test(word)) ? 'the requirements' : undefined;

const packages = 'package.json and the lock file';

const installers: ReadonlyMap<string, Installer> = new Map<string, Installer>([
  ['npm', verbs(packages, 'ci', 'install', 'i')],
  ['yarn', verbs(packages, '', 'install')],
  ['pnpm', verbs(packages, 'install', 'i', 'fetch')],
  ['bun', verbs(packages, 'install')],
  ['pip', requirements],
  ['pip3', requirements],
  ['poetry', verbs('pyproject.toml and poetry.lock', 'install')],
  ['pipenv', verbs('Pipfile and Pipfile.lock', 'install', 'sync')],
  ['go', verbs('go.mod and go.sum', 'mod download')],
  ['bundle', verbs('Gemfile and Gemfile.lock', '', 'install')],
  ['composer', verbs('composer.json and composer.lock', 'install')],
  ['cargo', verbs('Cargo.toml and Cargo.lock', 'fetch')],
  ['dotnet', verbs('the project files', 'restore')],
]);
