import type { EngineError } from '../../engine/error.ts';
import type { Question } from '../../store/details.ts';
import type { TreeNode } from '../node.ts';
import { escapeMarkdown } from './markdown.ts';
import type { NodeKind } from './nodeKind.ts';

/** The row that stands where there are no others. */
export function noticeNode(
  of: string,
  why: { readonly text: string } | { readonly error: EngineError; readonly question: Question },
): TreeNode {
  const id = `${of}/notice`;
  return 'text' in why
    ? { kind: 'notice', id, text: why.text }
    : { kind: 'notice', id, text: why.error.message, question: why.question };
}

export const notice: NodeKind<'notice'> = {
  view({ text, question }) {
    const failed = question !== undefined;
    return {
      label: text,
      icon: failed ? { id: 'warning', color: 'list.warningForeground' } : { id: 'dash', color: 'disabledForeground' },
      accessibilityLabel: failed ? `Could not be read: ${text}` : text,
      flags: failed ? ['failed'] : [],
      expandable: 'none',
    };
  },
  children: () => [],
  tooltip: ({ text }) => escapeMarkdown(text),
};
