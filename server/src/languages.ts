import { compose } from './compose/service.ts';
import { dockerfile } from './dockerfile/service.ts';
import type { Language, LanguageHost } from './language.ts';
import { composeBuilds } from './workspace/composeBuilds.ts';
import { LinkedDockerfiles } from './workspace/dockerfiles.ts';

/** Every language that the server and the command line know. */
export function languages(host: LanguageHost): readonly Language[] {
  const { files, readText } = host;
  const builds = files && readText ? composeBuilds({ files, readText }) : undefined;
  const docker: Language = dockerfile({ ...host, ...(builds && { builds }) });
  const dockerfiles = readText && new LinkedDockerfiles(docker, readText);
  return [docker, compose({ ...host, ...(dockerfiles && { dockerfiles }) })];
}
