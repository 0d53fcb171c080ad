import type { CommentLine } from '../../lint/directives.ts';
import type { DockerfileFile } from '../lint/file.ts';
import type { ParserDirective } from '../model/head.ts';
import { invalidReference } from './invalidReference.ts';
import { change, mistyped, type Mistake, type Span } from './mistake.ts';

/** The names of BuildKit's checks. */
const checkNames = [
  'ConsistentInstructionCasing',
  'CopyIgnoredFile',
  'DuplicateStageName',
  'ExposeInvalidFormat',
  'ExposeProtoCasing',
  'FromAsCasing',
  'FromPlatformFlagConstDisallowed',
  'InvalidBaseImagePlatform',
  'InvalidDefaultArgInFrom',
  'InvalidDefinitionDescription',
  'JSONArgsRecommended',
  'LegacyKeyValueFormat',
  'MaintainerDeprecated',
  'MultipleInstructionsDisallowed',
  'NoEmptyContinuation',
  'RedundantTargetPlatform',
  'ReservedStageName',
  'SecretsUsedInArgOrEnv',
  'StageNameCasing',
  'UndefinedArgInFrom',
  'UndefinedVar',
  'WorkdirRelativePath',
];

/** The parser directives at the head, and `# check=` above instructions. */
export function* checkDirectives(file: DockerfileFile): Iterable<Mistake> {
  const { head, comments } = file.document.parsed;
  for (const directive of head) {
    const { name, value, start, valueStart, repeated } = directive;
    const at = { start: valueStart, end: valueStart + value.length };
    if (repeated)
      yield {
        id: 'repeated-directive',
        at: { start, end: at.end },
        message: `${name} can be given only once in a file.`,
      };
    else if (name === 'escape' && value !== '\\' && value !== '`')
      yield {
        id: 'invalid-escape',
        at,
        message: 'The escape character is \\ or `.',
        fix: change(at, value.includes('`') ? '`' : '\\'),
      };
    else if (name === 'check') yield* checkOptions(value, valueStart);
    else if (name === 'syntax') yield* checkFrontend(value, valueStart);
  }
  for (const comment of comments) yield* checkAbove(comment, file);
}

/** The image that reads the file: the first word of `syntax`. */
function* checkFrontend(value: string, start: number): Iterable<Mistake> {
  const [image = ''] = value.split(/\s/);
  const reason = invalidReference(image);
  if (reason !== undefined) yield { id: 'invalid-image', at: { start, end: start + image.length }, ...reason };
}

/** One at the head is read by `head`; one above an instruction can only skip. */
function* checkAbove(comment: CommentLine, { document }: DockerfileFile): Iterable<Mistake> {
  const value = /^check\s*=\s*(skip=\S*)/i.exec(comment.text)?.[1];
  if (value === undefined || document.parsed.head.some((directive: ParserDirective) => directive === comment)) return;
  const line = document.content.indexOf(value, document.text.offsetAt({ line: comment.line, character: 0 }));
  yield* checkOptions(value, line);
}

/** `skip=A,B;error=true;experimental=C`, up to the first blank. BuildKit passes over rules that it does not know. */
function* checkOptions(text: string, start: number): Iterable<Mistake> {
  let at = start;
  for (const option of (text.split(/\s/)[0] ?? '').split(';')) {
    const [key = '', value] = option.split(/=(.*)/s);
    const valueAt = at + key.length + 1;
    const span = (from: number, length: number): Span => ({ start: from, end: from + length });
    if (key !== 'skip' && key !== 'error' && key !== 'experimental')
      yield warning(
        { at: span(at, key.length), message: `check has no option ${key}: it takes skip, error and experimental.` },
        { written: key, candidates: ['skip', 'error', 'experimental'] },
      );
    else if (value === undefined)
      yield warning({ at: span(at, key.length), message: `${key} needs a value: ${key}=….` });
    else if (key === 'error') {
      if (!/^(1|0|t|f|true|false|TRUE|FALSE|True|False|T|F)$/.test(value))
        yield warning({ at: span(valueAt, value.length), message: 'error is true or false.' });
    } else yield* checkRules(value, valueAt);
    at += option.length + 1;
  }
}

function* checkRules(list: string, start: number): Iterable<Mistake> {
  let at = start;
  for (const name of list.split(',')) {
    if (name !== 'all' && !checkNames.includes(name))
      yield warning(
        {
          at: { start: at, end: at + name.length },
          message: name === '' ? 'The name of a check is missing.' : `There is no check ${name}.`,
        },
        { written: name, candidates: [...checkNames, 'all'] },
      );
    at += name.length + 1;
  }
}

function warning(
  mistake: Pick<Mistake, 'at' | 'message'>,
  words: Parameters<typeof mistyped>[1] = { written: '', candidates: [] },
): Mistake {
  return mistyped({ id: 'check-directive', severity: 'warning', ...mistake }, words);
}
