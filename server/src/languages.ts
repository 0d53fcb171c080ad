import { compose } from './compose/service.ts';
import { dockerfile } from './dockerfile/service.ts';
import type { Language, LanguageHost } from './language.ts';

/** Every language that the server and the command line know. */
export function languages(host: LanguageHost): readonly Language[] {
  return [dockerfile(host), compose(host)];
}
