import type { DocumentLink } from 'vscode-languageserver-types';
import type { DockerfileDocument } from '../document.ts';
import type { DockerfileLanguageService } from '../library.ts';

/** Base images, as links to their registry's page; the target is filled in on resolve. */
export function provideLinks(document: DockerfileDocument, service: DockerfileLanguageService): DocumentLink[] {
  return service.computeLinks(document.content);
}
