import type { DiagnosticTag, Range, TextEdit } from 'vscode-languageserver-types';
import type { EngineFacts, ImageInUse } from '../protocol/requests.ts';

/** From the gravest to the mildest; `off` is not run. LSP: Error, Warning, Information, Hint. */
export type Severity = 'error' | 'warning' | 'info' | 'style' | 'off';

/** What a rule sees of the world: what the runner found for this file before the rule ran, never the disk itself. */
export interface Finding {
  /** The offending text itself, not its line. */
  readonly range: Range;
  /** One sentence: what is wrong, and if it is not plain, what to do. */
  readonly message: string;
  /** The upstream names that would really report this one; the rule's `codes` when absent. */
  readonly codes?: readonly string[];
  /** When this one is milder or graver than the rule's findings are; settings and configuration still override it. */
  readonly severity?: Exclude<Severity, 'off'>;
  /** When this one has others than the rule's. */
  readonly tags?: readonly DiagnosticTag[];
  readonly fix?: Fix;
  /** Other ways out, offered after `fix` and never applied in bulk. */
  readonly alternatives?: readonly Fix[];
  /** Ways out that are in another file, offered after those of this one and never applied in bulk. */
  readonly elsewhere?: readonly FileFix[];
  /** What the finding is about as a whole, where that begins before `range`: an ignore comment above it counts. */
  readonly subject?: Range;
  /** In the document itself unless `uri` names another file. */
  readonly related?: readonly { readonly range: Range; readonly message: string; readonly uri?: string }[];
}

/** A safe fix never changes what the file means; others are offered, and never applied in bulk. */
export interface Fix {
  readonly title: string;
  /** The smallest edit that does it: continuation lines, comments, quoting, JSON form and heredocs survive. */
  readonly edits: readonly TextEdit[];
  readonly safe: boolean;
}

/** The same for a file beside the document. Never safe: others may count on that file, too. */
export interface FileFix {
  readonly title: string;
  /** Absolute. */
  readonly path: string;
  readonly edits: readonly TextEdit[];
  /** The file is not there yet: it is made, with these edits as its text. */
  readonly create?: true;
  /** What changes in the document along with it. */
  readonly own?: readonly TextEdit[];
}

/** Rules that one setting grades together. */
export type RuleGroup = 'security';

/** A rule as far as it runs: what a bundle has of it. It only finds; severities, ignore comments and configuration are the runner's. */
export interface RunnableRule<File> {
  /** Kebab-case, the file's own name: `pin-base-image`. */
  readonly id: string;
  /** What the rule asks, as a heading: `Pin the base image`. */
  readonly summary: string;
  readonly severity: Severity;
  /** The names under which other tools know it: `DL3006`, `StageNameCasing`. */
  readonly codes: readonly string[];
  readonly tags?: readonly DiagnosticTag[];
  readonly group?: RuleGroup;
  /**
   * How far the rule looks, where that is not the whole file: what it finds in an instruction depends on that one, its shell
   * and the configuration alone; or on its stage, those that this one continues, the global arguments, and whether the stage's
   * layers are shipped. What was found is remembered where nothing of that has changed.
   */
  readonly scope?: 'step' | 'stage';
  check(file: File): Iterable<Finding>;
}

/**
 * A lint rule, whole: everything else (default severity, settings, docs page, example tests) is derived from it.
 * What it says of itself for its page is empty in a bundle (scripts/build/ruleProse.ts): the page is beside it.
 */
export interface Rule<File> extends RunnableRule<File> {
  /** Why, in Markdown; where we differ from the reference tool, it says so here. */
  readonly rationale: string;
  /** Whole files. Each `bad` gives at least one finding of this rule, each `good` none; both are tests and docs. */
  readonly examples: {
    readonly bad: readonly string[];
    readonly good: readonly string[];
    /** The files beside each example that the rule looks at, name -> text: `.hadolint.yaml`, `.dockerignore`, or any other. */
    readonly around?: Readonly<Record<string, string>>;
    /** What the editor's engine has, where the rule looks at that. */
    readonly images?: readonly ImageInUse[];
    /** What else it has, where the rule looks at that. */
    readonly engine?: EngineFacts;
    /** The main file of another project that is being worked on. */
    readonly neighbour?: string;
  };
}
