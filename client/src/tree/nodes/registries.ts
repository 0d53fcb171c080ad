import type { Image } from '../../engine/model.ts';
import { parseReference, referenceProblem } from '../../registry/reference.ts';
import type { Answer, Question } from '../../store/details.ts';
import type { TreeNode } from '../node.ts';
import { answered } from './answered.ts';
import { repositoryOf } from './reference.ts';
import { byName } from './sort.ts';

export const registriesQuestion: Question = { about: 'registries', of: '' };

/** The rows of the registries' view. No registry is asked for them. */
export function registryRoots(
  answer: Answer<readonly string[]> | undefined,
  images: Iterable<Image>,
): readonly TreeNode[] {
  const local = repositoriesByHost(images);
  return answered(answer, { of: 'registries', question: registriesQuestion, empty: '' }, (hosts) =>
    hosts.map((host) => ({ kind: 'registry', id: `registry/${host}`, host, local: local.get(host) ?? [] })),
  );
}

/** The repositories that images came from: an image that was built here and never pushed has no digest. */
function repositoriesByHost(images: Iterable<Image>): ReadonlyMap<string, readonly string[]> {
  const names = new Set([...images].flatMap(({ digests }) => digests.map(repositoryOf)));
  const found = new Map<string, string[]>();
  for (const name of [...names].sort(byName)) {
    if (referenceProblem(name) !== undefined) continue;
    const { host } = parseReference(name);
    const known = found.get(host);
    if (known) known.push(name);
    else found.set(host, [name]);
  }
  return found;
}
