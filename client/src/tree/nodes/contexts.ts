import type { ContextEntry } from '../../engine/endpoint/contexts.ts';
import type { Known, Question } from '../../store/details.ts';
import type { TreeNode } from '../node.ts';
import { answered } from './answered.ts';

export const contextsQuestion: Question = { about: 'contexts', of: '' };

/** The rows of the contexts' view. */
export function contextRoots(known: Known): readonly TreeNode[] {
  const asked = { of: 'contexts', question: contextsQuestion, empty: '' };
  return answered(known('contexts', ''), asked, (contexts) =>
    contexts.map((context) => {
      const health = known('context', context.name);
      const node = { kind: 'context' as const, id: `context/${context.name}`, context };
      return health ? Object.assign(node, { health }) : node;
    }),
  );
}

/** Whose engines are asked for their version when the view is opened: nothing leaves this machine by itself. */
export function contextQuestions(known: Known): readonly Question[] {
  const contexts = known('contexts', '');
  const local = contexts?.ok === true ? contexts.value.filter(isLocal) : [];
  return [contextsQuestion, ...local.map(({ name }): Question => ({ about: 'context', of: name }))];
}

function isLocal({ host }: ContextEntry): boolean {
  return /^(unix|npipe):/.test(host);
}
