import { ValidationCode } from 'dockerfile-utils';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Problem } from '../../lint/problem.ts';
import type { DockerfileDocument } from '../document.ts';
import type { DockerfileLanguageService } from '../library.ts';

/** Everything that is wrong in the file. */
export function provideProblems(document: DockerfileDocument, service: DockerfileLanguageService): Problem[] {
  return syntaxProblems(document, service);
}

/** What the library's validator finds; its code `UNKNOWN_INSTRUCTION` is the problem `unknown-instruction`. */
function syntaxProblems(document: DockerfileDocument, service: DockerfileLanguageService): Problem[] {
  return service.validate(document.content).map(toProblem);
}

function toProblem(diagnostic: Diagnostic): Problem {
  const { severity, range, message, tags } = diagnostic;
  return {
    id: nameOf(diagnostic),
    kind: 'syntax',
    codes: [],
    severity: severity === 2 ? 'warning' : 'error',
    range,
    message: typeof message === 'string' ? message : message.value,
    ...(tags && { tags }),
  };
}

function nameOf({ code }: Diagnostic): string {
  const name = ValidationCode[Number(code)] ?? 'syntax';
  return name.toLowerCase().replaceAll('_', '-');
}
