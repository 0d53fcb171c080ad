#!/usr/bin/env node
/**
 * Stands in for ShellCheck: the same arguments, exit statuses and json1 output, but the one thing it finds is `$name`
 * outside of double quotes (SC2086). A script with `hang` in it is never answered; one with `crash` ends it with 4, and so does
 * one with `single` that is not the only one.
 * Each line of the file that STAND_IN_LOG names is a start, with the arguments and what SHELLCHECK_OPTS is.
 */
import { appendFileSync, readFileSync } from 'node:fs';

const args = process.argv.slice(2);
const log = process.env['STAND_IN_LOG'];
if (log) appendFileSync(log, `${JSON.stringify({ args, options: process.env['SHELLCHECK_OPTS'] ?? null })}\n`);
const dialect = args[args.indexOf('-s') + 1] ?? '';
const formatted = args[args.indexOf('-f') + 1] === 'json1';
const files = args.slice(args.indexOf('-e') + 2);
const scripts = files.map((file) => ({ file, text: readFileSync(file === '-' ? 0 : file, 'utf8') }));
const has = (word) => scripts.some(({ text }) => text.includes(word));

if (!['sh', 'bash', 'dash', 'ksh'].includes(dialect) || !formatted || files.length === 0) process.exit(3);
if (has('hang')) setInterval(() => {}, 60_000);
else if (has('crash') || (has('single') && files.length > 1)) {
  console.error('shellcheck: crashed');
  process.exit(4);
} else {
  const comments = scripts.flatMap(({ file, text }) =>
    text.split('\n').flatMap((line, at) => findings(line, at + 1).map((finding) => Object.assign(finding, { file }))),
  );
  console.log(JSON.stringify({ comments }));
  process.exitCode = comments.length > 0 ? 1 : 0;
}

/** Columns count characters from 1, and a tab is one. */
function findings(text, line) {
  return [...text.matchAll(/"[^"]*"|\$\w+/g)]
    .filter(([found]) => found.startsWith('$'))
    .map(({ 0: found, index }) => {
      const column = Array.from(text.slice(0, index)).length + 1;
      const endColumn = column + Array.from(found).length;
      const quote = (at, insertionPoint) => ({
        line,
        endLine: line,
        column: at,
        endColumn: at,
        insertionPoint,
        precedence: 7,
        replacement: '"',
      });
      return {
        line,
        endLine: line,
        column,
        endColumn,
        level: 'info',
        code: 2086,
        message: 'Double quote to prevent globbing and word splitting.',
        fix: { replacements: [quote(column, 'afterEnd'), quote(endColumn, 'beforeStart')] },
      };
    });
}
