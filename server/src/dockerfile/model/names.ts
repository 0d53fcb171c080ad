import type { ShellParser } from '../../shell/parser.ts';
import type { DockerfileDocument } from '../document.ts';
import { heredocNameAt } from './heredocNames.ts';
import type { Name } from './name.ts';
import { stageNameAt } from './stageNames.ts';
import { variableNameAt } from './variableNames.ts';

/** The thing whose name is at an offset; its name may also end there. Without a shell parser `RUN` is not looked into. */
export function nameAt(document: DockerfileDocument, offset: number, shell: ShellParser | undefined): Name | undefined {
  return variableNameAt(document, offset, shell) ?? stageNameAt(document, offset) ?? heredocNameAt(document, offset);
}
