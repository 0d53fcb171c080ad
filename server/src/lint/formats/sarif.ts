import type { Range } from 'vscode-languageserver-types';
import { isAbsolute, posix, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Problem } from '../problem.ts';
import type { Fix } from '../rule.ts';
import { upstreamPage } from '../upstream.ts';
import { codeOf, eachProblem, type FileReport, type ReportFormat, type ReportOptions } from './report.ts';

const levels: Readonly<Record<Problem['severity'] | 'off', string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  style: 'note',
  off: 'none',
};

/**
 * A log with one run: results with their fixes, and the rules they come from. Lines and columns count from 1.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export const formatSarif: ReportFormat = (reports, options) => {
  const rules = descriptors(reports, options);
  const names = rules.map(({ id }) => id);
  const run = {
    tool: {
      driver: {
        name: 'Gantry',
        fullName: 'Gantry, a linter for Dockerfiles and compose files',
        version: options.version,
        semanticVersion: options.version,
        shortDescription: { text: 'Lints Dockerfiles, the shell in them, and compose files' },
        rules,
      },
    },
    columnKind: 'utf16CodeUnits',
    defaultSourceLanguage: 'dockerfile',
    results: eachProblem(reports, (problem, report) => result(problem, report, names)),
  };
  const log = { version: '2.1.0', $schema: 'https://json.schemastore.org/sarif-2.1.0.json', runs: [run] };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};

type Descriptor = Readonly<Record<string, unknown>> & { readonly id: string };

/** A rule under each of the names that the results have for it. */
function descriptors(reports: readonly FileReport[], { ruleOf }: ReportOptions): Descriptor[] {
  const problems = new Map(eachProblem(reports, (problem) => [codeOf(problem), problem] as const));
  return [...problems].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, problem]) => descriptor(id, problem, ruleOf));
}

function descriptor(id: string, problem: Problem, ruleOf: ReportOptions['ruleOf']): Descriptor {
  const rule = ruleOf(problem.id);
  const helpUri = upstreamPage(id);
  const text = rule?.summary ?? (problem.kind === 'syntax' ? 'The file cannot be read as it is meant' : id);
  return {
    id,
    ...(problem.id !== id && problem.kind === 'rule' && { name: problem.id }),
    shortDescription: { text },
    ...(rule && { help: { text, markdown: rule.page } }),
    ...(helpUri !== undefined && { helpUri }),
    defaultConfiguration: { level: levels[rule && rule.severity !== 'off' ? rule.severity : problem.severity] },
  };
}

function result(problem: Problem, { path }: FileReport, names: readonly string[]): object {
  const { range, severity, message, kind, id, fix, alternatives = [], related = [] } = problem;
  const ruleId = codeOf(problem);
  const artifactLocation = { uri: uriOf(path) };
  const sourceLanguage = /\.ya?ml$/i.test(path) ? 'yaml' : ruleId.startsWith('SC') ? 'sh' : 'dockerfile';
  const fixes = [...(fix ? [fix] : []), ...alternatives].filter(({ edits }) => edits.length > 0);
  return {
    ruleId,
    ruleIndex: names.indexOf(ruleId),
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region: { ...region(range), sourceLanguage } } }],
    ...(related.length > 0 && {
      relatedLocations: related.map(({ range, message, uri }, i) => ({
        id: i + 1,
        message: { text: message },
        physicalLocation: {
          artifactLocation: uri === undefined ? artifactLocation : { uri },
          region: region(range),
        },
      })),
    }),
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => change(fix, artifactLocation)) }),
    properties: { id, kind, codes: problem.codes },
  };
}

function change({ title, edits }: Fix, artifactLocation: object): object {
  const replacements = edits.map(({ range, newText }) => ({
    deletedRegion: region(range),
    insertedContent: { text: newText },
  }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation, replacements }] };
}

function region({ start, end }: Range): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** Relative to where the run began, so that a reader finds the file in its own checkout. */
function uriOf(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  const plain = posix.normalize(path.split(sep).join('/'));
  return plain.split('/').map(encodeURIComponent).join('/');
}
