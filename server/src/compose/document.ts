import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import type { LanguageDocument } from '../language.ts';
import { checkDocument } from './check/check.ts';
import { Memory } from './check/memory.ts';
import type { Report } from './check/report.ts';
import { type Locator, locator } from './schema/locate.ts';
import { ComposeSource } from './source.ts';
import { Anchors } from './yaml/anchors.ts';
import type { YamlNode } from './yaml/node.ts';
import { parseYaml, type YamlDocument, type YamlTree } from './yaml/tree.ts';

/** One YAML document of a compose file; compose merges those after the first over it. */
export interface ComposePart {
  readonly yaml: YamlDocument;
  readonly root: YamlNode | undefined;
  readonly anchors: Anchors;
  readonly locator: Locator;
  /** It is merged over another, or meant to be: what is missing in it may stand there. */
  readonly partial: boolean;
}

/** A compose file, parsed on first use. Parsing never fails: what cannot be read is missing from the tree. */
export class ComposeDocument implements LanguageDocument {
  readonly text: TextDocument;
  /** The same for every version of the file. */
  readonly source: ComposeSource;
  #before: YamlTree | undefined;
  #tree: YamlTree | undefined;
  #parts: readonly ComposePart[] | undefined;
  #reports: readonly Report[] | undefined;
  readonly #memory: Memory;

  /** With the document of the version before, only what changed is parsed; that document must have been let go. */
  constructor(text: TextDocument, before?: ComposeDocument) {
    this.text = text;
    this.#before = before?.latestTree;
    this.#memory = before ? before.#memory : new Memory();
    this.source = before ? before.source : new ComposeSource(this);
  }

  get uri(): string {
    return this.text.uri;
  }

  get version(): number {
    return this.text.version;
  }

  get content(): string {
    return this.text.getText();
  }

  get tree(): YamlTree {
    // Its chunks have moved over to the next version's tree: who still asks this version gets a tree of its own.
    if (this.#tree?.moved === true) {
      this.#tree = undefined;
      this.#parts = undefined;
      this.#reports = undefined;
    }
    if (this.#tree) return this.#tree;
    // A version that was asked later than another may find that its chunks have gone there.
    this.#tree = parseYaml(this.content, this.#before?.moved === true ? undefined : this.#before);
    this.#before = undefined;
    // From here on the nodes of the version before have their places in this text.
    this.source.document = this;
    return this.#tree;
  }

  get parts(): readonly ComposePart[] {
    const { documents } = this.tree;
    const override = isOverride(this.uri);
    return (this.#parts ??= documents.map((yaml, index) => partOf(yaml, { partial: override || index > 0 })));
  }

  /** Everything that the rules find, from one walk. */
  get reports(): readonly Report[] {
    const { parts } = this;
    return (this.#reports ??= parts.flatMap((part) => checkDocument(part, this.#memory)));
  }

  /** The part that holds an offset. */
  partAt(offset: number): ComposePart | undefined {
    return this.parts.find(({ yaml }) => offset <= yaml.end);
  }

  range({ start, end }: { readonly start: number; readonly end: number }): Range {
    return { start: this.text.positionAt(start), end: this.text.positionAt(end) };
  }

  private get latestTree(): YamlTree | undefined {
    return this.#tree ?? this.#before;
  }
}

function partOf(yaml: YamlDocument, { partial }: { readonly partial: boolean }): ComposePart {
  const anchors = new Anchors(yaml);
  return { yaml, root: yaml.root, anchors, partial, locator: locator({ yaml, anchors }) };
}

/** `compose.override.yaml` and `compose.prod.yaml` are usually merged over `compose.yaml`. */
function isOverride(uri: string): boolean {
  return /\.[^./]+\.ya?ml$/i.test(uri.slice(uri.lastIndexOf('/') + 1));
}
