import { placer } from '../check/variables.ts';
import type { ComposeDocument } from '../document.ts';
import { expand, type ResolvedVariable } from '../interpolation/expand.ts';
import type { YamlNode } from '../yaml/node.ts';
import type { Located, Scope } from './model.ts';
import type { Project } from './project.ts';

/** A variable in a file, with its value in a project. */
export interface VariableUse {
  readonly variable: ResolvedVariable;
  readonly at: Located;
}

/** The variables of a file of a project that count there: those in an operand that is not used do not. */
export function variablesIn(project: Project, document: ComposeDocument): readonly VariableUse[] {
  const known = project.variableUses.get(document);
  if (known) return known;
  const scope = project.scopeOf(document);
  const uses: VariableUse[] = [];
  if (scope) for (const { root } of document.parts) if (root) collect(root, { document, scope, uses });
  project.variableUses.set(document, uses);
  return uses;
}

interface Collecting {
  readonly document: ComposeDocument;
  readonly scope: Scope;
  readonly uses: VariableUse[];
}

/** Every node is looked at for every version: no generators. */
function collect(node: YamlNode, into: Collecting): void {
  if (node.kind === 'mapping') for (const { value } of node.entries) collect(value, into);
  else if (node.kind === 'sequence') for (const item of node.items) collect(item, into);
  else if (node.kind === 'scalar' && node.text.includes('$') && node.type === 'string') {
    const { document, scope, uses } = into;
    const inFile = placer(node);
    for (const variable of expand(node.text, scope.lookup).variables)
      uses.push({ variable, at: { document, ...inFile(variable.start, variable.end) } });
  }
}
