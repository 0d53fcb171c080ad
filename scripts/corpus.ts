import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import prettier from 'prettier';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { composeRules } from '../server/src/compose/lint/rules/index.ts';
import { dockerfileRules } from '../server/src/dockerfile/lint/rules/index.ts';
import { languages } from '../server/src/languages.ts';
import type { Problem } from '../server/src/lint/problem.ts';
import { readSettings } from '../server/src/protocol/readSettings.ts';
import type { ListedRule } from '../server/src/rules.ts';
import { diskFiles, readTextFile } from '../server/src/workspace/files.ts';
import { readSurroundings } from '../server/src/workspace/surroundings.ts';

/**
 * `node scripts/corpus.ts FOLDER`: lints a folder of Dockerfiles with every rule, those that are off as a rule too, and writes
 * their part of docs/corpus.md: what each reports there, beside hadolint where `HADOLINT` names one. With `--compose`, the same
 * for compose files, in a part of their own. With `--show RULE`, prints where.
 */
const root = resolve(import.meta.dirname, '..');
const { values, positionals } = parseArgs({
  options: { show: { type: 'string' }, compose: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [folder = values.compose ? '../shared/corpus/compose' : '../shared/corpus/dockerfiles'] = positionals;
const rules: readonly ListedRule[] = values.compose ? composeRules : dockerfileRules;
const everything = Object.fromEntries(
  rules.filter(({ severity }) => severity === 'off').map(({ id }) => [id, 'style']),
);

const [dockerfiles, composeFiles] = languages({
  client: {},
  files: diskFiles,
  readText: readTextFile,
  log: (message) => console.error(message),
});
const language = values.compose ? composeFiles : dockerfiles;
if (!language) throw new Error('the language is not there');
const settings = readSettings((key) => (key === 'gantry.lint.rules' ? everything : undefined));

const composeHeading = '## Compose files';
const written = '<!-- Written by scripts/corpus.ts. -->';

interface Found {
  readonly path: string;
  readonly text: string;
  readonly problem: Problem;
}

async function lint(path: string): Promise<Found[]> {
  const uri = pathToFileURL(path).href;
  const text = await readFile(path, 'utf8');
  const document = language?.open(TextDocument.create(uri, language.ids[0] ?? '', 1, text));
  const context = { settings, ...(await readSurroundings(uri, {})) };
  const problems =
    document && (await language?.provideProblems?.(document, context, { isCancellationRequested: false }));
  return (problems ?? []).map((problem) => ({ path, text, problem }));
}

const entries = await readdir(folder, { recursive: true, withFileTypes: true });
const files = entries
  .filter((entry) => entry.isFile() && language.fileNames.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();
const found = (await Promise.all(files.map(lint))).flat();

if (values.show !== undefined) {
  const name = values.show;
  for (const { path, text, problem } of found)
    if (problem.id === name || problem.codes.includes(name)) {
      const { line, character } = problem.range.start;
      console.log(`${relative(folder, path)}:${line + 1}:${character + 1} ${problem.message}`);
      console.log(`    ${text.split('\n')[line]?.trim() ?? ''}`);
    }
} else {
  const path = join(root, 'docs/corpus.md');
  const [first = '', second = ''] = (await readFile(path, 'utf8')).replace(written, '').split(`\n${composeHeading}\n`);
  const parts = values.compose ? [first, composePart()] : [dockerfilePart(), second];
  const markdown = `${parts.map((part) => part.trim()).join(`\n\n${composeHeading}\n\n`)}\n\n${written}\n`;
  await writeFile(path, await prettier.format(markdown, { parser: 'markdown', printWidth: 120 }));
  console.log(`docs/corpus.md: ${found.length} findings in ${files.length} files`);
}

function dockerfilePart(): string {
  const theirs = hadolint();
  const rows = dockerfileRules.map(({ id, codes, severity }) => {
    const own = found.filter(({ problem }) => problem.id === id);
    const there = codes.filter((code) => /^DL\d+$/.test(code)).map((code) => theirs?.get(code) ?? 0);
    const upstream = theirs === undefined || there.length === 0 ? '–' : String(there.reduce((a, b) => a + b, 0));
    return `| [\`${id}\`](rules/${id}.md) | ${codes.join(', ')} | ${severity} | ${own.length} | ${new Set(own.map(({ path }) => path)).size} | ${upstream} |`;
  });
  const errors = found.filter(({ problem }) => problem.kind === 'syntax');
  return `# What the rules say of real files

${files.length} Dockerfiles that build, from [jessfraz/dockerfiles](https://github.com/jessfraz/dockerfiles) (MIT), written by one
experienced person over years and linted by nobody. Every rule was run, also those that are off as a rule. Build errors: ${errors.length}.

hadolint's figures are those of version 2.15.1 on the same files; it counts one finding per \`RUN\` where we underline each
command, or the other way round, so equal figures are not the aim: that the same files are meant is.

| rule | elsewhere | by default | findings | files | hadolint |
| --- | --- | --- | --: | --: | --: |
${rows.join('\n')}
`;
}

function composePart(): string {
  const rows = composeRules.map(({ id, codes, severity }) => {
    const own = found.filter(({ problem }) => problem.id === id);
    return `| [\`${id}\`](rules/${id}.md) | ${codes.join(', ')} | ${severity} | ${own.length} | ${new Set(own.map(({ path }) => path)).size} |`;
  });
  const errors = found.filter(({ problem }) => problem.severity === 'error');
  return `${files.length} projects from [awesome-compose](https://github.com/docker/awesome-compose) (CC0), compose files and Dockerfiles only: so what
they mount, and the files of their configs and secrets, is missing. Every rule was run, also those that are off as a rule; no engine was
connected. Errors: ${errors.length}.

| rule | elsewhere | by default | findings | files |
| --- | --- | --- | --: | --: |
${rows.join('\n')}
`;
}

/** How often hadolint reports each of its codes; `undefined` when it is not here. */
function hadolint(): Map<string, number> | undefined {
  const program = process.env['HADOLINT'];
  if (program === undefined) return undefined;
  const config = join(mkdtempSync(join(tmpdir(), 'gantry-')), 'hadolint.yaml');
  writeFileSync(config, 'override: { info: [DL1001, DL3057] }\n');
  const output = execFileSync(program, ['--no-fail', '--format', 'json', '--config', config, ...files], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const counts = new Map<string, number>();
  for (const { code } of JSON.parse(output) as { code: string }[]) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
