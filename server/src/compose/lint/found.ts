import type { DiagnosticTag, TextEdit } from 'vscode-languageserver-types';
import type { FileFix, Finding, Fix, Severity } from '../../lint/rule.ts';
import type { ComposeDocument } from '../document.ts';
import type { Located } from '../project/model.ts';

/**
 * What a rule about the project finds. Its places are values, pieces or origins of the model, which move with the text, so
 * that what was found of a service can be kept while other parts of the file change.
 */
export interface Found {
  /** The offending text itself; a value stands for its scalar or its key. */
  readonly at: Located;
  /** One sentence: what is wrong, and if it is not plain, what to do. */
  readonly message: string;
  readonly codes?: readonly string[];
  readonly severity?: Exclude<Severity, 'off'>;
  readonly tags?: readonly DiagnosticTag[];
  readonly fix?: FoundFix;
  readonly alternatives?: readonly FoundFix[];
  /** Ways out that are in a file that is no compose file. */
  readonly elsewhere?: readonly FoundFileFix[];
  /** In whichever file. */
  readonly related?: readonly { readonly at: Located; readonly message: string }[];
}

/** A fix in the file of the finding. */
export interface FoundFix {
  readonly title: string;
  readonly edits: readonly { readonly at: Located; readonly text: string }[];
  readonly safe: boolean;
}

/** A fix in a file beside the one of the finding, and in that file with it. */
export type FoundFileFix = Omit<FileFix, 'own'> & { readonly own: FoundFix['edits'] };

/** As the runner takes it, with the ranges of now. */
export function toFinding(found: Found): Finding {
  const { at, message, codes, severity, tags, fix, alternatives, elsewhere, related } = found;
  const { document } = at;
  return {
    range: document.range(at),
    message,
    ...(codes && { codes }),
    ...(severity && { severity }),
    ...(tags && { tags }),
    ...(fix && { fix: toFix(fix, document) }),
    ...(alternatives && { alternatives: alternatives.map((each) => toFix(each, document)) }),
    ...(elsewhere && {
      elsewhere: elsewhere.map(({ own, ...each }) => Object.assign(each, { own: toEdits(own, document) })),
    }),
    ...(related && {
      related: related.map((other) => toRelated(other, document)),
    }),
  };
}

function toRelated(
  { at, message }: { readonly at: Located; readonly message: string },
  { uri: own }: ComposeDocument,
): NonNullable<Finding['related']>[number] {
  const { uri } = at.document;
  return { range: at.document.range(at), message, ...(uri !== own && { uri }) };
}

function toFix({ title, edits, safe }: FoundFix, document: ComposeDocument): Fix {
  return { title, safe, edits: toEdits(edits, document) };
}

function toEdits(edits: FoundFix['edits'], document: ComposeDocument): TextEdit[] {
  return edits.map(({ at, text }) => ({ range: document.range(at), newText: text }));
}
