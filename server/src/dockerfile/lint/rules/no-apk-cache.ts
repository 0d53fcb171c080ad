import type { TextEdit } from 'vscode-languageserver-types';
import type { Rule } from '../../../lint/rule.ts';
import { hasOption } from '../arguments.ts';
import type { DockerfileFile } from '../file.ts';
import { insertWord } from '../insertWord.ts';
import { keepsOutOfLayer } from '../keepsOutOfLayer.ts';
import { mountCache } from '../mountCache.ts';
import { apk } from '../packages/apk.ts';
import { invocationsOf, type Invocation } from '../packages/manager.ts';
import { removeCommand } from '../removeCommand.ts';

export const noApkCache: Rule<DockerfileFile> = {
  id: 'no-apk-cache',
  summary: 'Let apk keep no cache',
  rationale: `\`apk add\` keeps the index of its repositories in the layer, where it is of no use. With \`--no-cache\` it fetches a
fresh one each time and keeps nothing, so that neither \`--update\` nor \`rm -rf /var/cache/apk/*\` is needed.

A cache or tmpfs mount on \`/var/cache/apk\` or \`/etc/apk/cache\` keeps it out of the layer as well.`,
  severity: 'info',
  codes: ['DL3019'],
  scope: 'step',
  examples: {
    bad: [
      'FROM alpine:3.20\nRUN apk add curl~8.9\n',
      'FROM alpine:3.20\nRUN apk add --update curl~8.9 && rm -rf /var/cache/apk/*\n',
    ],
    good: [
      'FROM alpine:3.20\nRUN apk add --no-cache curl~8.9\n',
      'FROM alpine:3.20\nRUN --mount=type=cache,target=/var/cache/apk apk add curl~8.9\n',
    ],
  },
  *check(file) {
    for (const invocation of invocationsOf(file, apk)) {
      const { step, script, command, verb, hidesOptions } = invocation;
      if (verb.text !== 'add' || script.hasError || hidesOptions || hasOption(invocation, 'no-cache')) continue;
      if (['/var/cache/apk', '/etc/apk/cache'].some((folder) => keepsOutOfLayer(step, folder))) continue;
      yield {
        range: file.range(verb),
        subject: file.range(command),
        message: 'apk add keeps its index in the layer. Add --no-cache.',
        fix: { title: 'Add --no-cache', edits: [flag(file, invocation), ...cleanUp(file, invocation)], safe: true },
        alternatives: [mountCache(file, { step, folders: ['/var/cache/apk'] })],
      };
    }
  },
};

/** In place of what it makes superfluous. */
function flag(file: DockerfileFile, { step, command, verb }: Invocation): TextEdit {
  const update = command.args.find(({ text }) => /^(--update(-cache)?|-U)$/.test(text));
  if (update === undefined) return insertWord(file, { step, after: verb, text: '--no-cache' });
  const quoted = file.source.text.charAt(update.start) === '"';
  return { range: file.range(update), newText: quoted ? '"--no-cache"' : '--no-cache' };
}

/** Deletes the `rm -rf /var/cache/apk/*` that follows, where no other command of apk has filled the cache. */
function cleanUp(file: DockerfileFile, { step, script, command }: Invocation): TextEdit[] {
  if (script.commands.some((other) => other !== command && other.name.text === 'apk')) return [];
  const removal = script.commands.find(
    ({ name, args, start }) =>
      start > command.start &&
      name.text === 'rm' &&
      /^-(rf|fr|r|f) \/var\/cache\/apk\/\*$/.test(args.map(({ text }) => text).join(' ')),
  );
  const edit = removal && removeCommand(file, { step, script, command: removal });
  return edit ? [edit] : [];
}
