import type { LintContext } from '../../language.ts';
import { standardConfig } from '../../lint/config.ts';
import { withLayer } from '../../lint/configLayer.ts';
import { lint } from '../../lint/lint.ts';
import { compareProblems, type Problem } from '../../lint/problem.ts';
import type { ComposeDocument } from '../document.ts';
import { readDirectives } from '../lint/directives.ts';
import { ComposeFile } from '../lint/file.ts';
import { composeRules } from '../lint/rules/index.ts';

/** Everything that is wrong in the file. */
export function provideProblems(
  document: ComposeDocument,
  { settings, configLayer }: LintContext,
  log: (message: string) => void,
): Problem[] {
  const directives = readDirectives(document);
  const problems = lint({
    rules: composeRules,
    file: new ComposeFile(document),
    // hadolint's configuration file is about Dockerfiles.
    config: withLayer(standardConfig, configLayer),
    severities: settings['gantry.lint.rules'],
    silenced: ({ range }, names) => directives.silences(range, names),
    onError: ({ id }, error) => {
      log(`rule ${id} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    },
  });
  return [...syntaxProblems(document), ...problems].sort(compareProblems);
}

function syntaxProblems(document: ComposeDocument): Problem[] {
  return document.tree.errors.map((error) => ({
    id: 'yaml-syntax',
    kind: 'syntax',
    codes: [],
    severity: 'error',
    range: document.range(error),
    message: error.message,
  }));
}
