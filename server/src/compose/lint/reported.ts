import type { Finding } from '../../lint/rule.ts';
import type { CheckedRule } from '../check/report.ts';
import type { ComposeDocument } from '../document.ts';

/** What the walk over a file found for one rule. */
export function* reported(file: ComposeDocument, rule: CheckedRule): Iterable<Finding> {
  for (const report of file.reports) {
    if (report.rule !== rule) continue;
    const { message, fix, related } = report;
    yield {
      range: file.range(report),
      message,
      ...(fix && {
        fix: {
          title: fix.title,
          safe: fix.safe,
          edits: fix.edits.map((edit) => ({ range: file.range(edit), newText: edit.text })),
        },
      }),
      ...(related && { related: related.map((other) => ({ range: file.range(other), message: other.message })) }),
    };
  }
}
