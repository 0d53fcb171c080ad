import type { Finding, Rule } from '../../../lint/rule.ts';
import { someInChain, type Stage } from '../../model/stage.ts';
import type { Step, Word } from '../../model/step.ts';
import type { DockerfileFile } from '../file.ts';
import { keywordLike } from '../keywordLike.ts';

export const absoluteCopyDestination: Rule<DockerfileFile> = {
  id: 'absolute-copy-destination',
  summary: 'Copy to an absolute path, or set WORKDIR before',
  rationale: `A relative destination starts from \`WORKDIR\`. Where neither the stage nor one that it continues sets it, the base image
decides where the files go.

As in hadolint, only \`COPY\` is looked at, \`ONBUILD COPY\` too, and a destination that begins with a variable is taken to be
absolute. Unlike in hadolint, a \`WORKDIR\` of the stage counts for its \`ONBUILD\`s as well, and so
does one of the base image, where the editor's engine has it.`,
  severity: 'warning',
  codes: ['DL3045'],
  scope: 'stage',
  examples: {
    bad: [
      'FROM alpine:3.20\nCOPY app.js srv/\n',
      'FROM alpine:3.20 AS one\nWORKDIR /srv\nFROM alpine:3.20\nCOPY . .\n',
    ],
    good: [
      'FROM alpine:3.20\nWORKDIR /srv\nCOPY app.js .\n',
      'FROM alpine:3.20 AS one\nWORKDIR /srv\nFROM one\nCOPY . .\n',
      'FROM alpine:3.20\nARG ROOT\nCOPY app.js $ROOT/\n',
    ],
  },
  *check(file) {
    const workdirs = firstWorkdirs(file);
    for (const step of file.all('COPY')) {
      const words = step.json ?? step.words;
      const target = words.at(-1);
      if (target === undefined || words.length < 2 || isAbsolute(bare(target.text)) || hasWorkdir(step, workdirs))
        continue;
      // `/` is where a build starts without any.
      if (!['', '/'].includes(file.baseImage(step.stage)?.workdir ?? '')) continue;
      yield report(file, { step, target });
    }
  },
};

type Places = ReadonlyMap<Stage, number>;

interface Workdirs {
  readonly own: Places;
  readonly triggers: Places;
  /** Whether a stage, or one that it continues, has any. */
  readonly some: (stage: Stage) => boolean;
}

/** Where each stage has its first `WORKDIR`, by itself and for the stages that will continue it. */
function firstWorkdirs(file: DockerfileFile): Workdirs {
  const own = new Map<Stage, number>();
  const triggers = new Map<Stage, number>();
  for (const { stage, start, onbuild } of file.all('WORKDIR')) {
    const places = onbuild ? triggers : own;
    if (!places.has(stage)) places.set(stage, start);
  }
  return { own, triggers, some: someInChain(({ steps }) => steps.some(setsFolder)) };
}

function setsFolder({ name, words }: Step): boolean {
  return name === 'WORKDIR' || (name === 'ONBUILD' && words[0]?.text.toUpperCase() === 'WORKDIR');
}

function hasWorkdir(step: Step, { own, triggers, some }: Workdirs): boolean {
  const isBefore = (places: Places): boolean => (places.get(step.stage) ?? step.end) < step.start;
  if (isBefore(own) || (step.onbuild !== undefined && isBefore(triggers))) return true;
  return step.stage.parent !== undefined && some(step.stage.parent);
}

function isAbsolute(path: string): boolean {
  return /^([/\\$]|[A-Za-z]:[\\/])/.test(path);
}

function report(file: DockerfileFile, { step, target }: { readonly step: Step; readonly target: Word }): Finding {
  const path = bare(target.text);
  const absolute = `/${path.replace(/^(\.\/)+/, '').replace(/^\.$/, '')}`;
  const inset = step.json || path !== target.text ? 1 : 0;
  const at = (step.onbuild ?? step).start;
  const workdir = keywordLike(step, 'WORKDIR');
  return {
    range: file.range(target),
    message: 'The destination is relative, and no WORKDIR is set, so it depends on the base image. Give it whole.',
    fix: {
      title: `Insert ${workdir} /app`,
      edits: [{ range: file.range({ start: at, end: at }), newText: `${workdir} /app${file.eol}` }],
      safe: false,
    },
    alternatives: [
      {
        title: `Copy to ${absolute}`,
        edits: [{ range: file.range({ start: target.start + inset, end: target.end - inset }), newText: absolute }],
        safe: false,
      },
    ],
  };
}

function bare(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, '$2');
}
