import { placer } from '../check/variables.ts';
import type { ComposeDocument } from '../document.ts';
import { expand, type ResolvedVariable } from '../interpolation/expand.ts';
import { nodesOf } from '../yaml/find.ts';
import type { Located } from './model.ts';
import type { Project } from './project.ts';

/** A variable in a file, with its value in a project. */
export interface VariableUse {
  readonly variable: ResolvedVariable;
  readonly at: Located;
}

/** The variables of a file of a project that count there: those in an operand that is not used do not. */
export function* variablesIn(project: Project, document: ComposeDocument): Iterable<VariableUse> {
  const scope = project.scopeOf(document);
  if (!scope) return;
  for (const { root } of document.parts)
    for (const node of nodesOf(root)) {
      if (node.kind !== 'scalar' || node.type !== 'string' || !node.text.includes('$')) continue;
      const inFile = placer(node);
      for (const variable of expand(node.text, scope.lookup).variables)
        yield { variable, at: { document, ...inFile(variable.start, variable.end) } };
    }
}
