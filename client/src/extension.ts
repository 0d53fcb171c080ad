import type { ExtensionContext } from 'vscode';

/** Builds everything and wires it, nothing else. */
export function activate(_context: ExtensionContext): void {}
