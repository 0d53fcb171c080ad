import type { Finding, Rule } from '../../../lint/rule.ts';
import { mountsOf } from '../../model/mounts.ts';
import type { Step } from '../../model/step.ts';
import { hasOption } from '../arguments.ts';
import type { DockerfileFile } from '../file.ts';
import { insertWord } from '../insertWord.ts';
import { keepsOutOfLayer } from '../keepsOutOfLayer.ts';
import { installs, type Install } from '../languagePackages/packageManager.ts';
import { pip } from '../languagePackages/pip.ts';
import { mountCache } from '../mountCache.ts';

export const noPipCache: Rule<DockerfileFile> = {
  id: 'no-pip-cache',
  summary: 'Keep the cache of pip out of the image',
  rationale: `pip keeps what it has downloaded, for the next time. In an image there is no next time: the cache makes it
larger, and nothing else. \`--no-cache-dir\` does without it; so does \`PIP_NO_CACHE_DIR=1\`, by \`ENV\` or in the \`RUN\`.

A cache or tmpfs mount on the cache keeps it out of the layer too, and makes the next build faster. Unlike hadolint,
\`PIP_CACHE_DIR\` says where that is, an \`ARG\` counts as much as an \`ENV\`, and so does deleting the cache in the same
\`RUN\`. \`pipx\` and \`pipenv\` are not looked at.`,
  severity: 'warning',
  codes: ['DL3042'],
  scope: 'stage',
  examples: {
    bad: ['FROM python:3.13\nRUN pip install -r requirements.txt\n'],
    good: [
      'FROM python:3.13\nRUN pip install --no-cache-dir -r requirements.txt\n',
      'FROM python:3.13\nENV PIP_NO_CACHE_DIR=1\nRUN pip install -r requirements.txt\n',
      'FROM python:3.13\nRUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt\n',
    ],
  },
  *check(file) {
    for (const install of installs(file, pip)) {
      const { use, verb } = install;
      if (isPipx(install) || hasOption(install, 'no-cache-dir') || isOff(file, install)) continue;
      if (mountsCache(file, use.step) || clearsCache(install)) continue;
      yield {
        range: file.range({ start: use.command.name.start, end: verb.end }),
        subject: file.range(use.command),
        message: 'pip leaves its cache in the layer. Add --no-cache-dir, or mount a cache on it.',
        ...(!install.upstream && { codes: [] }),
        ...fixes(file, install),
      };
    }
  },
};

function fixes(file: DockerfileFile, { use: { step }, verb }: Install): Pick<Finding, 'fix' | 'alternatives'> {
  return {
    fix: {
      title: 'Add --no-cache-dir',
      edits: [insertWord(file, { step, after: verb, text: '--no-cache-dir' })],
      safe: true,
    },
    alternatives: [mountCache(file, { step, folders: ['/root/.cache/pip'] })],
  };
}

function isPipx({ use: { command } }: Install): boolean {
  return [command.name, ...command.args.slice(0, 2)].some(({ text }) => /(^|\/)pipx$/.test(text));
}

/** Switched off in the environment: by the file, before the command in the same `RUN`, or for the command alone. */
function isOff(file: DockerfileFile, { use: { step, command } }: Install): boolean {
  const value = file.values.at(step).get('PIP_NO_CACHE_DIR');
  if (value !== undefined && /^(1|true|on|yes)$/i.test(value)) return true;
  const before = file.source.text.slice(step.argument.start, command.name.start);
  return /\bPIP_NO_CACHE_DIR=["']?(1|true|on|yes)\b/i.test(before);
}

function mountsCache(file: DockerfileFile, step: Step): boolean {
  const folder = file.values.at(step).get('PIP_CACHE_DIR') ?? '/root/.cache/pip';
  if (keepsOutOfLayer(step, folder)) return true;
  return mountsOf(step).some(
    ({ type, target = '' }) => (type === 'cache' || type === 'tmpfs') && /(^|\/)\.cache(\/pip)?\/?$/.test(target),
  );
}

/** `rm -rf ~/.cache` or `pip cache purge`, after the installation. */
function clearsCache({ use: { script, command } }: Install): boolean {
  return script.commands.some(({ start, name, args }) => {
    if (start < command.start) return false;
    if (name.text === 'rm') return args.some(({ text }) => /\/\.cache(\/pip)?(\/\*?)?$/.test(text));
    return pip.programs.test(name.text) && args.some(({ text }) => text === 'purge');
  });
}
