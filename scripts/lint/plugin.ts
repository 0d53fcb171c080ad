import { dirname, relative, resolve, sep } from 'node:path';
import { brokenWall } from './walls.ts';

/** The few shapes of ESTree and of the plugin API that these rules read (ESLint v9's, which oxlint implements). */
interface Node {
  readonly type: string;
  readonly source?: { readonly value?: unknown } | null;
  readonly kind?: string;
  readonly declare?: boolean;
}
interface Context {
  readonly filename: string;
  readonly cwd: string;
  report(problem: { node: Node; message: string }): void;
}

const root = resolve(import.meta.dirname, '../..');
const fromRoot = (path: string): string => relative(root, path).split(sep).join('/');

/** What an import names: a path from the root for a relative one, else the bare specifier. */
export function importTarget(file: string, specifier: string): string {
  return specifier.startsWith('.') ? fromRoot(resolve(dirname(file), specifier)) : specifier;
}

const house = {
  meta: { name: 'house' },
  rules: {
    walls: {
      create(context: Context) {
        const check = (node: Node): void => {
          const specifier = node.source?.value;
          if (typeof specifier !== 'string') return;
          const wall = brokenWall(fromRoot(context.filename), importTarget(context.filename, specifier));
          if (wall) context.report({ node, message: `wall "${wall.name}": ${wall.because}` });
        };
        return {
          ImportDeclaration: check,
          ExportNamedDeclaration: check,
          ExportAllDeclaration: check,
          ImportExpression: check,
        };
      },
    },
    'no-module-state': {
      create(context: Context) {
        return {
          'Program > VariableDeclaration'(node: Node): void {
            if (node.kind === 'let' || node.kind === 'var')
              context.report({ node, message: 'state lives in objects made in activate or startServer' });
          },
        };
      },
    },
  },
};

// oxlint loads a plugin by its default export.
// oxlint-disable-next-line import/no-default-export
export default house;
