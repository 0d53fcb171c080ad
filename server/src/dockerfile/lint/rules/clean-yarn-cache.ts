import type { Finding, Rule } from '../../../lint/rule.ts';
import { hasFlag, operands, type Command } from '../../../shell/script.ts';
import { mountsOf } from '../../model/mounts.ts';
import type { Step } from '../../model/step.ts';
import { appendCommand } from '../appendCommand.ts';
import type { CommandUse, DockerfileFile } from '../file.ts';
import { isShipped } from '../isShipped.ts';
import { keepsOutOfLayer } from '../keepsOutOfLayer.ts';
import { mountCache } from '../mountCache.ts';

/** Where yarn 1 keeps its cache for root. */
const folder = '/usr/local/share/.cache/yarn';

export const cleanYarnCache: Rule<DockerfileFile> = {
  id: 'clean-yarn-cache',
  summary: 'Empty the cache of yarn in the RUN that filled it',
  rationale: `\`yarn install\` keeps a copy of every package, for the next time. In an image there is no next time: the cache
makes it larger, and nothing else. Only the same \`RUN\` can take it away again, with \`yarn cache clean\`.

A cache or tmpfs mount on the cache keeps it out of the layer too, and makes the next build faster. Only the last stage and
those that another stage continues are reported, since the layers of the others are not shipped; and \`ONBUILD\`. Unlike
hadolint, \`yarn\` on its own is an install as well, \`YARN_CACHE_FOLDER\` says where the cache is, and \`rm -rf\` cleans it.`,
  severity: 'info',
  codes: ['DL3060'],
  scope: 'stage',
  examples: {
    bad: ['FROM node:22\nRUN yarn install --frozen-lockfile\n'],
    good: [
      'FROM node:22\nRUN yarn install --frozen-lockfile && yarn cache clean\n',
      `FROM node:22\nRUN --mount=type=cache,target=${folder} yarn install --frozen-lockfile\n`,
    ],
  },
  *check(file) {
    const seen = new Set<Step>();
    for (const use of file.commands('yarn')) {
      const { step, script } = use;
      if (seen.has(step) || !isInstall(use.command) || !isShipped(file, step)) continue;
      seen.add(step);
      if (script.hasError || script.commands.some(cleans) || mountsCache(file, step)) continue;
      yield report(file, use);
    }
  },
};

function report(file: DockerfileFile, { step, script, command }: CommandUse): Finding {
  const verb = command.args.find(({ text }) => text === 'install');
  const last = script.commands.findLast(({ name }) => name.text === 'yarn') ?? command;
  return {
    range: file.range({ start: command.name.start, end: (verb ?? command.name).end }),
    subject: file.range(command),
    message: 'yarn leaves its cache in the layer. Run yarn cache clean in the same RUN.',
    ...(verb === undefined && { codes: [] }),
    ...(step.json === undefined && {
      fix: {
        title: 'Clean the cache at the end',
        edits: [appendCommand(file, { step, after: last, text: 'yarn cache clean' })],
        safe: last.topLevel,
      },
    }),
    alternatives: [mountCache(file, { step, folders: [folder] })],
  };
}

function isInstall(command: Command): boolean {
  if (command.args.some(({ text }) => text === 'install')) return true;
  return operands(command).length === 0 && !hasFlag(command, 'version', 'v', 'help', 'h');
}

function cleans({ name, args }: Command): boolean {
  if (name.text === 'yarn') return args.some(({ text }, i) => text === 'clean' && args[i - 1]?.text === 'cache');
  return (
    name.text === 'rm' && args.some(({ text }) => /(\.cache(\/yarn)?|\.yarn\/(berry\/)?cache)(\/\*?)?$/.test(text))
  );
}

function mountsCache(file: DockerfileFile, step: Step): boolean {
  const configured = file.values.at(step).get('YARN_CACHE_FOLDER');
  if (keepsOutOfLayer(step, configured ?? folder)) return true;
  return mountsOf(step).some(
    ({ type, target = '' }) =>
      (type === 'cache' || type === 'tmpfs') && /(\.cache|\.cache\/yarn(\/v\d+)?|\.yarn\/?.*)\/?$/.test(target),
  );
}
