import type { CancellationToken, LintContext, LanguageHost } from '../../language.ts';
import type { DockerfileFile } from '../lint/file.ts';
import type { CheckedScript } from './rules.ts';
import { runScripts } from './scripts.ts';

/**
 * What ShellCheck says about the scripts of a file. Where somebody can be told later, that is what is known now, and the
 * rest is told; else it is waited for.
 */
export async function checkScripts(
  file: DockerfileFile,
  { settings }: LintContext,
  { shellCheck, refresh, token }: Pick<LanguageHost, 'shellCheck' | 'refresh'> & { readonly token: CancellationToken },
): Promise<readonly CheckedScript[]> {
  const program = settings['gantry.lint.shellcheck.path'];
  if (shellCheck === undefined || program.trim() === 'off' || !shellCheck.works(program)) return [];
  const scripts = runScripts(file);
  const { uri } = file.document;
  const request = { owner: uri, scripts, program };
  const answer = shellCheck.check(request);
  if (answer.rest && refresh) {
    void answer.rest.then((news) => {
      if (news && !token.isCancellationRequested) refresh(uri);
    });
  }
  const known = answer.rest && !refresh ? await answer.rest.then(() => shellCheck.check(request)) : answer;
  return scripts.map((script, i) => ({ script, comments: known.comments[i] ?? [] }));
}
