import { resolve } from 'node:path';
import { dockerfileRules } from '../../server/src/dockerfile/lint/rules/index.ts';
import { corpusDockerfiles, dockerfilesIn } from './corpus.ts';
import { dockerfileText } from './dockerfileTexts.ts';
import { pick, random } from './random.ts';

/** What people type into Dockerfiles, most of all what changes how the lines around it are read. */
const typed = [
  'x',
  ' ',
  '\n',
  '\r\n',
  '\\',
  ' \\\n',
  '`',
  '"',
  "'",
  '#',
  '$A',
  '${A:-b}',
  '<<EOF ',
  '\nEOF\n',
  '\n# comment\n',
  '\n# hadolint shell=powershell\n',
  '\n# hadolint ignore=DL3008\n',
  '\n# check=skip=UndefinedVar\n',
  '\nFROM alpine\n',
  '\nFROM base AS base\n',
  '\nARG A=1\n',
  '\nENV A=$B PIP_NO_CACHE_DIR=1\n',
  '\nRUN pip install a && apt-get install b | tee c\n',
  '\nRUN make\n',
  '\nONBUILD RUN cd /a && apt-get update\n',
  '\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\n',
  '\nCOPY --from=base a.tar.gz b\n',
  '\nUSER root\n',
  '\nCMD a\n',
  '\nWORKDIR a\n',
  '\nLABEL a=b\n',
  '\nRUN |',
];

/** Texts to edit: the rules' examples, the samples, real files where there are some, and spoilt ones. */
export async function textsToEdit(): Promise<readonly string[]> {
  const examples = dockerfileRules.flatMap(({ examples: { bad, good } }) => bad.concat(good));
  const files = [
    ...(await dockerfilesIn(resolve(import.meta.dirname, '../../samples'))),
    ...(await corpusDockerfiles()),
  ];
  const spoilt = Array.from({ length: 200 }, (_, seed) => dockerfileText(seed));
  return [...spoilt, ...files.map(({ text }) => text), ...examples];
}

/** The text and its next versions, each one edit from the one before; the same for the same seed. */
export function* versionsOf(
  text: string,
  { seed, edits }: { readonly seed: number; readonly edits: number },
): Iterable<string> {
  const next = random(seed);
  let version = text;
  yield version;
  for (let edit = 0; edit < edits; edit += 1) {
    // Mostly near the last place, as people do; at a line's beginning, or anywhere.
    const at =
      next() < 0.05 ? 0 : next() < 0.5 ? startOfLine(version, next()) : Math.floor(next() * (version.length + 1));
    const cut = next() < 0.4 ? Math.floor(next() ** 4 * 60) : 0;
    const added = cut > 0 && next() < 0.5 ? '' : next() < 0.1 ? '# escape=`\n' : pick(next, typed);
    version = version.slice(0, at) + added + version.slice(at + cut);
    yield version;
  }
}

function startOfLine(text: string, where: number): number {
  return text.lastIndexOf('\n', Math.floor(where * text.length)) + 1;
}
