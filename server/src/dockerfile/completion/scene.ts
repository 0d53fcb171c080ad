import type { Command } from 'vscode-languageserver-types';
import type { Awaitable, Files, Images } from '../../language.ts';
import type { DockerfileDocument } from '../document.ts';
import type { Items } from './items.ts';

/** What an offer may look at beside the place of the cursor. */
export interface Scene {
  readonly document: DockerfileDocument;
  readonly items: Items;
  readonly files?: Files | undefined;
  readonly images?: Images | undefined;
  /** The named contexts that builds of the document are given; looked for when it is called. */
  readonly namedContexts?: (() => Awaitable<ReadonlySet<string> | undefined>) | undefined;
  /** The folder that the build takes its files from; absent when the document is not on a disk. */
  readonly folder?: string | undefined;
  /** Whether the build does not get a path, relative to `folder`; absent, it gets all. */
  readonly ignored?: ((path: string) => boolean) | undefined;
  /** Shows completions again, where more is to be written behind what was taken. */
  readonly again?: Command | undefined;
  /** The person asked; the editor did not by itself, because of a character. */
  readonly asked: boolean;
}
