import type { CommentLine } from '../../lint/directives.ts';
import type { Step } from './step.ts';

/** The comments of a file, those inside continued instructions too; a `#` line in a here-document is none. */
export function readComments(text: string, steps: Iterable<Step>): CommentLine[] {
  if (!text.includes('#')) return [];
  const bodies = [...steps].flatMap((step) => step.heredocs.map(({ body }) => body));
  const comments: CommentLine[] = [];
  let offset = 0;
  for (const [line, content] of text.split('\n').entries()) {
    const start = offset;
    offset += content.length + 1;
    const comment = /^\s*#(.*?)\s*$/.exec(content);
    if (comment === null || bodies.some((body) => start >= body.start && start < body.end)) continue;
    comments.push({ line, text: (comment[1] ?? '').trim() });
  }
  return comments;
}

/**
 * The parser directives among them: `# key=value` lines at the very head, each key once. A `#!` line may come before.
 * @see https://docs.docker.com/reference/dockerfile/#parser-directives
 */
export function headDirectives(comments: readonly CommentLine[]): CommentLine[] {
  const head: CommentLine[] = [];
  const first = comments[0]?.text.startsWith('!') === true && comments[0].line === 0 ? 1 : 0;
  for (const comment of comments.slice(first)) {
    const key = /^([a-zA-Z][\w-]*)\s*=/.exec(comment.text)?.[1]?.toLowerCase();
    if (key === undefined || comment.line !== first + head.length) break;
    if (!['syntax', 'escape', 'check'].includes(key)) break;
    head.push(comment);
  }
  return head;
}
