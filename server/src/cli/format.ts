import { resolve } from 'node:path';
import type { FormattingOptions } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ComposeDocument } from '../compose/document.ts';
import { type ComposeStyle, formatCompose } from '../compose/format/format.ts';
import { compose } from '../compose/service.ts';
import { DockerfileDocument } from '../dockerfile/document.ts';
import { formatDockerfile, type DockerfileStyle } from '../dockerfile/format/format.ts';
import { dockerfile } from '../dockerfile/service.ts';
import { settingsTable } from '../protocol/settings.ts';
import { oneOf, parse, UsageError } from './arguments.ts';
import { unifiedDiff } from './diff.ts';
import { inputs } from './inputs.ts';
import { Faults, reason, type Terminal } from './terminal.ts';
import { readTextFile, writeTextFile } from './textFile.ts';

export const formatUsage = `Usage: gantry format [options] PATH…

Formats Dockerfiles and compose files in place and names those that it changed. Folders are searched; - reads a Dockerfile
from standard input and writes it to standard output. YAML files are taken for compose files.

  --check            write nothing, name the files that are not formatted, and exit with 1 when there are some
  --diff             the same, but show what would change
  --stdin            the same as -
  --casing WORD      how instructions are written: majority (default: as most of the file are), upper, lower or keep
  --indent STEP      for continued lines and levels: a number of blanks, or, in Dockerfiles, tab; as most of the file have
                     it when not given
  --sort-packages    sort the packages that apt-get, apk, dnf, yum or zypper is given on a line each
  --sort-keys        put the keys of compose files and of their services in the usual order
  --compose          standard input is a compose file

Exit status: 0 done, or nothing to do; 1 with --check or --diff, not formatted; 2 wrong usage, or a file that cannot be
read or written.
`;

const options = {
  check: { type: 'boolean' },
  diff: { type: 'boolean' },
  stdin: { type: 'boolean' },
  casing: { type: 'string' },
  indent: { type: 'string' },
  'sort-packages': { type: 'boolean' },
  'sort-keys': { type: 'boolean' },
  compose: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** `gantry format`. Answers the exit status; throws `UsageError`. */
export async function formatCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parse(args, { options, usage: formatUsage });
  const { cwd, stdin, out, err } = terminal;
  if (values.help === true) {
    out(formatUsage);
    return 0;
  }
  const paths = values.stdin === true ? [...positionals, '-'] : positionals;
  if (paths.length === 0) throw new UsageError('name a file or a folder', formatUsage);
  const style = styleOf(values);
  const faults = new Faults();
  const host = { client: {}, log: () => {} };
  const names = [dockerfile(host), compose(host)].map(({ fileNames }) => fileNames);
  let changed = false;
  for await (const path of inputs({ cwd, paths, faults, wanted: (name) => names.some((each) => each.test(name)) })) {
    try {
      const standard = path === '-';
      const file = resolve(cwd, path);
      const { text, utf8 } = standard ? { text: await stdin(), utf8: true } : await readTextFile(file);
      const yaml = standard ? values.compose === true : /\.ya?ml$/i.test(path);
      const formatted = yaml ? formatYaml(text, style) : formatText(text, style);
      changed ||= formatted !== text;
      if (values.diff === true) out(unifiedDiff(text, formatted, path));
      else if (standard && values.check !== true) out(formatted);
      else if (formatted !== text) {
        if (values.check !== true && !utf8) throw new Error('not UTF-8, so it cannot be written back');
        if (values.check !== true) await writeTextFile(file, formatted);
        out(`${path}\n`);
      }
    } catch (error) {
      faults.add(`${path}: ${reason(error)}`);
    }
  }
  faults.tell(err);
  if (faults.any) return 2;
  return changed && (values.check === true || values.diff === true) ? 1 : 0;
}

/** Throws when the text cannot be read. */
function formatYaml(text: string, style: ComposeStyle): string {
  const document = new ComposeDocument(TextDocument.create('file:///compose.yaml', 'dockercompose', 0, text));
  const [error] = document.tree.errors;
  if (error) throw new Error(`line ${String(document.text.positionAt(error.start).line + 1)}: ${error.message}`);
  return TextDocument.applyEdits(document.text, formatCompose(document, style));
}

function formatText(text: string, style: DockerfileStyle): string {
  const document = new DockerfileDocument(TextDocument.create('file:///Dockerfile', 'dockerfile', 0, text));
  return TextDocument.applyEdits(document.text, formatDockerfile(document, style));
}

function styleOf(values: {
  casing?: string;
  indent?: string;
  'sort-packages'?: boolean;
  'sort-keys'?: boolean;
}): DockerfileStyle & ComposeStyle {
  const { enum: words, default: standard } = settingsTable['gantry.format.casing'];
  const editor = values.indent === undefined ? undefined : indentation(values.indent);
  return {
    casing: oneOf(values.casing, { option: '--casing', words, usage: formatUsage }) ?? standard,
    sortPackages: values['sort-packages'] === true,
    order: values['sort-keys'] === true,
    ...(editor && { editor }),
  };
}

function indentation(step: string): FormattingOptions {
  const ends = { trimFinalNewlines: true, insertFinalNewline: true };
  if (step === 'tab') return { insertSpaces: false, tabSize: 4, ...ends };
  if (!/^[1-8]$/.test(step)) throw new UsageError('--indent is a number from 1 to 8, or tab', formatUsage);
  return { insertSpaces: true, tabSize: Number(step), ...ends };
}
