import type { Answer, Question } from '../../store/details.ts';
import type { TreeNode } from '../node.ts';
import { noticeNode } from './notice.ts';

export interface Asked {
  /** The row above. */
  readonly of: string;
  readonly question: Question;
  /** What stands there when the answer has nothing. */
  readonly empty: string;
}

/** The rows of an answer; in their place a notice when there are none or it could not be had. */
export function answered<T>(
  answer: Answer<T> | undefined,
  { of, question, empty }: Asked,
  rows: (value: T) => readonly TreeNode[],
): readonly TreeNode[] {
  if (!answer) return [];
  if (!answer.ok) return [noticeNode(of, { error: answer.error, question })];
  const found = rows(answer.value);
  return found.length > 0 ? found : [noticeNode(of, { text: empty })];
}
