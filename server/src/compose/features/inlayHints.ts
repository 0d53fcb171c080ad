import type { InlayHint, Range } from 'vscode-languageserver-types';
import type { LintContext } from '../../language.ts';
import { looksSecret } from '../../protocol/secrets.ts';
import type { ComposeDocument } from '../document.ts';
import { expand, type Lookup } from '../interpolation/expand.ts';
import type { ProjectLoader } from '../project/loader.ts';
import { nodesOf } from '../yaml/find.ts';
import type { Scalar } from '../yaml/node.ts';

export interface InlayHintsOptions {
  readonly range: Range;
  readonly projects: ProjectLoader;
  readonly context: () => Promise<LintContext>;
}

/** Longer values are read in the hover. */
const longest = 60;

/** What values with variables come to in the project, where `.env` or the environment says so and it is no secret. */
export async function provideInlayHints(
  document: ComposeDocument,
  { range, projects, context }: InlayHintsOptions,
): Promise<InlayHint[]> {
  if (!document.content.includes('$') || !(await context()).settings['gantry.compose.inlayHints']) return [];
  const scope = (await projects.of(document)).scopeOf(document);
  if (!scope) return [];
  const [from, to] = [document.text.offsetAt(range.start), document.text.offsetAt(range.end)];
  const hints: InlayHint[] = [];
  for (const { root } of document.parts)
    for (const node of nodesOf(root)) {
      if (node.kind !== 'scalar' || node.end < from || node.end > to) continue;
      const text = resolvedText(node, scope.lookup);
      if (text !== undefined)
        hints.push({ position: document.text.positionAt(node.end), label: `= ${text}`, paddingLeft: true });
    }
  return hints;
}

function resolvedText({ text, type }: Scalar, lookup: Lookup): string | undefined {
  if (type !== 'string' || !text.includes('$') || text.includes('\n')) return undefined;
  const { text: resolved, known, variables } = expand(text, lookup);
  const shown = known && resolved !== text && resolved.length <= longest && !resolved.includes('\n');
  const secret = looksSecret('', resolved) || variables.some((variable) => looksSecret(variable.name, variable.text));
  return shown && !secret && variables.some(({ outcome }) => outcome === 'value') ? resolved : undefined;
}
