import type { ClientCapabilities } from 'vscode-languageserver';
import type { Command } from 'vscode-languageserver-types';
import type { LanguageHost } from '../../language.ts';
import { dockerfileOf } from '../../workspace/composeBuilds.ts';
import { folderOf } from '../../workspace/paths.ts';
import type { DockerfileOutline } from '../../protocol/requests.ts';
import type { ComposeDocument } from '../document.ts';
import type { ProjectLoader } from '../project/loader.ts';
import type { Mapping, YamlNode } from '../yaml/node.ts';
import type { Cursor } from './cursor.ts';
import type { Items } from './items.ts';
import { serviceAround } from './surroundings.ts';

export type CompletionTools = Pick<LanguageHost, 'files' | 'images' | 'readText' | 'dockerfiles' | 'suggestCommand'> & {
  readonly client: ClientCapabilities;
  readonly projects?: ProjectLoader;
};

/** Where a completion is asked for, and whom one can ask. */
export class Scene {
  readonly document: ComposeDocument;
  readonly cursor: Cursor;
  readonly items: Items;
  readonly tools: CompletionTools;
  /** The editor's command that shows completions again, for a folder whose content comes next. */
  readonly again: Command | undefined;
  #outline: Promise<DockerfileOutline | undefined> | undefined;

  constructor(document: ComposeDocument, { cursor, items, tools }: Pick<Scene, 'cursor' | 'items' | 'tools'>) {
    this.document = document;
    this.cursor = cursor;
    this.items = items;
    this.tools = tools;
    const { suggestCommand } = tools;
    this.again = suggestCommand === undefined ? undefined : { title: 'Go on', command: suggestCommand };
  }

  get folder(): string | undefined {
    return folderOf(this.document.uri);
  }

  get service(): Mapping | undefined {
    return serviceAround(this.cursor.around);
  }

  /** The text of a key of the service around the cursor, an alias written out. */
  text(mapping: Mapping | undefined, key: string): string | undefined {
    const value = mapping?.get(key)?.value;
    const scalar = value && this.cursor.part.anchors.resolve(value);
    return scalar?.kind === 'scalar' && scalar.text !== '' ? scalar.text : undefined;
  }

  get image(): string | undefined {
    const { service } = this;
    return service?.get('build') ? undefined : this.text(service, 'image');
  }

  get build(): YamlNode | undefined {
    return this.service?.get('build')?.value;
  }

  /** What the Dockerfile of the service's build has. */
  dockerfile(): Promise<DockerfileOutline | undefined> {
    const { build, folder } = this;
    const path = build && folder !== undefined ? dockerfileOf(build, { part: this.cursor.part, folder }) : undefined;
    const { dockerfiles } = this.tools;
    return (this.#outline ??=
      path === undefined || !dockerfiles ? Promise.resolve(undefined) : dockerfiles.outline(path));
  }
}
