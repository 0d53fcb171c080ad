import type { Layer } from '../../engine/model.ts';

/**
 * The instruction as it stands in a Dockerfile, as far as the engine kept it. The classic builder writes
 * `/bin/sh -c #(nop)  CMD ["sh"]` for what is not run and `/bin/sh -c …` for what is; BuildKit writes the instruction
 * and `# buildkit`; `|2 A=1 B=2` before a shell holds build arguments.
 */
export function instructionOf({ createdBy, comment }: Pick<Layer, 'createdBy' | 'comment'>): string {
  const text = createdBy.trim().replace(/\s*# buildkit$/u, '');
  const nop = /^\/\S+(?: [^#"']*)? #\(nop\)\s*(?<instruction>.*)$/su.exec(text)?.groups?.['instruction'];
  if (nop !== undefined) return nop.trim();
  const run = /^(?:RUN )?(?:\|\d+ (?<args>.*?) )?\/bin\/sh -c (?<command>.*)$/su.exec(text)?.groups;
  if (run) return `RUN ${run['args'] === undefined ? '' : `[${run['args']}] `}${(run['command'] ?? '').trim()}`;
  if (text !== '') return text;
  return comment.trim() === '' ? '(not recorded)' : `(${comment.trim()})`;
}
