import type { Step } from '../model/step.ts';
import { change, hasVariable, type Mistake } from './mistake.ts';

/** The sources and the destination of a `COPY` or `ADD`. */
export function* checkCopy(step: Step): Iterable<Mistake> {
  const words = step.json ?? step.words;
  const destination = words.at(-1);
  if (destination === undefined || words.length < 2) {
    yield {
      id: 'missing-argument',
      at: destination ?? step.keyword,
      message: destination
        ? `${step.name} needs a source and a destination: one of them is missing.`
        : `${step.name} needs a source and a destination.`,
    };
    return;
  }
  if (step.heredocs.some(({ start }) => start === destination.start))
    yield {
      id: 'heredoc-destination',
      at: destination,
      message: `A here-document is a source. Say after it where ${step.name} shall put it.`,
    };
  if (step.name === 'COPY') yield* remoteSources(step, words.slice(0, -1));
  yield* checkMode(step);
  yield* checkChecksum(step, words.slice(0, -1));
}

/** `COPY` takes neither URLs nor Git repositories. */
function* remoteSources(step: Step, sources: Step['words']): Iterable<Mistake> {
  for (const source of sources) {
    if (!isRemote(source.text)) continue;
    const fix = step.flags.every(({ name }) => name !== 'from' && name !== 'parents');
    yield {
      id: 'copy-remote-source',
      at: source,
      message: 'COPY takes files and folders. ADD takes URLs and Git repositories.',
      ...(fix && { fix: change(step.keyword, step.keyword.text === 'copy' ? 'add' : 'ADD') }),
    };
  }
}

/** `ADD --checksum`: of one thing that is fetched. */
function* checkChecksum(step: Step, sources: Step['words']): Iterable<Mistake> {
  const flag = step.name === 'ADD' ? step.flag('checksum') : undefined;
  if (flag?.value === undefined || flag.value === '') return;
  const [source] = sources;
  if (sources.length > 1)
    yield {
      id: 'checksum-source',
      at: flag,
      message: '--checksum is about one source. Add the others in an ADD of their own.',
    };
  else if (source !== undefined && !hasVariable(source.text) && !isRemote(source.text))
    yield { id: 'checksum-source', at: flag, message: '--checksum is for what is fetched: a URL or a Git repository.' };
  else if (source !== undefined && isFile(source.text) && !hasVariable(flag.value) && !isDigest(flag.value))
    yield {
      id: 'invalid-value',
      at: flag.within(0, flag.value.length),
      message: 'The checksum of a file is sha256: and 64 hexadecimal digits.',
    };
}

/** A URL of a file; of a Git repository, the checksum is a commit. */
function isFile(source: string): boolean {
  return /^https?:\/\//.test(source) && !hasVariable(source) && !/\.git\b/.test(source);
}

function isDigest(text: string): boolean {
  return /^(sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128})$/.test(text);
}

function isRemote(source: string): boolean {
  return /^(https?:\/\/|git@|git:\/\/|ssh:\/\/)/.test(source);
}

/** `--chmod=0755`, or symbolic since Dockerfile 1.14: `u=rwX,go=rX`. */
function* checkMode(step: Step): Iterable<Mistake> {
  const flag = step.flag('chmod');
  const mode = flag?.value;
  if (flag === undefined || mode === undefined || mode === '' || hasVariable(mode)) return;
  const valid = /^\d/.test(mode)
    ? /^[0-7]+$/.test(mode) && Number.parseInt(mode, 8) <= 0o7777
    : /^[ugoa]*([-+=]([rwxXst]*|[ugo]))+(,[ugoa]*([-+=]([rwxXst]*|[ugo]))+)*$/.test(mode);
  if (!valid)
    yield {
      id: 'invalid-value',
      at: flag.within(0, mode.length),
      message: '--chmod is an octal number up to 07777, or symbolic like u=rwX,go=rX.',
    };
}
