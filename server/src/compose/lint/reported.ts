import type { Range } from 'vscode-languageserver-types';
import type { Finding } from '../../lint/rule.ts';
import { type CheckedRule, offsetsOf, type Spot } from '../check/report.ts';
import type { ComposeFile } from './file.ts';

/** What the walk over a file found for one rule. */
export function* reported(file: ComposeFile, rule: CheckedRule): Iterable<Finding> {
  const range = (at: Spot): Range => file.range(offsetsOf(at));
  for (const report of file.reports) {
    if (report.rule !== rule) continue;
    const { message, severity, fix, related } = report;
    yield {
      range: range(report.at),
      message,
      ...(severity && { severity }),
      ...(fix && {
        fix: {
          title: fix.title,
          safe: fix.safe,
          edits: fix.edits.map((edit) => ({ range: range(edit.at), newText: edit.text })),
        },
      }),
      ...(related && { related: related.map((other) => ({ range: range(other.at), message: other.message })) }),
    };
  }
}
