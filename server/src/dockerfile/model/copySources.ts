import { cleanPath } from '../../workspace/dockerignore.ts';
import { knownText } from './knownText.ts';
import type { Step, Word } from './step.ts';

/** What a `COPY` or `ADD` takes from the build context. Offsets are the document's. */
export interface CopySource extends Word {
  /** With its variables replaced, cleaned, as written otherwise: `/a` and `./a` are both the context's `a`. */
  readonly written: string;
  /** Relative to the context; `.` is the context itself. `undefined` for a pattern, which may stand for many paths. */
  readonly path: string | undefined;
}

/**
 * The sources of a `COPY` or `ADD` that are in the build context: no URLs, repositories or here-documents, nothing with
 * `--from`, and nothing with a variable whose value is not known.
 */
export function copySources(step: Step, lookup: (name: string) => string | undefined): CopySource[] {
  if ((step.name !== 'COPY' && step.name !== 'ADD') || step.flag('from') !== undefined) return [];
  return (step.json ?? step.words).slice(0, -1).flatMap((word): CopySource[] => {
    if (word.text.startsWith('<<')) return [];
    const text = knownText(word.text, { escape: step.escape, lookup });
    if (text === undefined || text === '' || (step.name === 'ADD' && isRemote(text))) return [];
    const written = cleanPath(text);
    const relative = written.replace(/^\/+/, '');
    const plain = !/[*?[\\]/.test(text) && !relative.split('/').includes('..');
    return [{ ...word, written, path: plain ? (relative === '' ? '.' : relative) : undefined }];
  });
}

function isRemote(source: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(source) || /^[\w.-]+@[\w.-]+:/.test(source);
}
