import type { Definition, Position } from 'vscode-languageserver-types';
import type { ComposeDocument } from '../document.ts';
import { namedAt } from '../named.ts';

/** Where a service, network, volume, secret, config, model or anchor is defined in this file. */
export function provideDefinition(document: ComposeDocument, position: Position): Definition | null {
  const offset = document.text.offsetAt(position);
  const part = document.partAt(offset);
  const definition = part && namedAt(part, offset)?.definition;
  return definition ? { uri: document.uri, range: document.range(definition.at) } : null;
}
