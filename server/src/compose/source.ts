import type { ComposeDocument } from './document.ts';
import { ValueMemory } from './project/build.ts';
import { FindingMemory } from './lint/memory.ts';
import { ScopeMemory } from './project/environment.ts';
import { MergeMemory } from './project/merge.ts';

/**
 * One compose file through all its versions. What is remembered from version to version names the file by this; `document`
 * is the version whose tree the nodes are in now.
 */
export class ComposeSource {
  document: ComposeDocument;
  readonly values = new ValueMemory();
  readonly merged = new MergeMemory();
  readonly scopes = new ScopeMemory();
  readonly findings = new FindingMemory();

  constructor(document: ComposeDocument) {
    this.document = document;
  }

  get uri(): string {
    return this.document.uri;
  }
}
