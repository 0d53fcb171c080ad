import type { Ui } from '../../ui/ui.ts';
import { tagProblem } from '../reference.ts';
import type { EcrRepository, NewEcrRepository } from './ecr.ts';
import { repositoryNameProblem } from './names.ts';
import { step, title } from './questions.ts';

/** A repository that is there, or one to be made: with its name, or still without. */
export type RepositoryAnswer =
  { readonly kind: 'existing'; readonly repository: EcrRepository } | { readonly kind: 'new'; readonly name?: string };

/** Asks for one of the repositories; a sound name that is typed and not there offers to create it. */
export async function askRepository(
  ui: Pick<Ui, 'pick'>,
  repositories: readonly EcrRepository[],
  { region, preselected }: { readonly region: string; readonly preselected: string | undefined },
): Promise<RepositoryAnswer | undefined> {
  const rows = repositories
    .map((repository) => ({
      label: repository.name,
      ...(repository.immutableTags ? { description: 'immutable tags' } : {}),
      icon: 'repo',
      picked: repository.name === preselected,
      value: { kind: 'existing', repository } as const,
    }))
    .sort((a, b) => Number(b.picked) - Number(a.picked) || (a.label < b.label ? -1 : 1));
  return ui.pick<RepositoryAnswer>({
    title,
    placeholder:
      rows.length === 0
        ? `There is no repository in ${region} yet`
        : 'To which repository? Type a new name to create it',
    choices: [...rows, { label: 'Create repository…', icon: 'add', value: { kind: 'new' } }],
    custom: (typed) => {
      const name = typed.trim();
      if (repositoryNameProblem(name) !== undefined || repositories.some((known) => known.name === name))
        return undefined;
      return { label: `Create ${name}…`, icon: 'add', value: { kind: 'new', name } };
    },
    step: step('repository'),
  });
}

/** Asks for a repository's name, to create it or because they cannot be listed. */
export function askRepositoryName(
  ui: Pick<Ui, 'input'>,
  { prompt, value, taken }: { readonly prompt: string; readonly value: string; readonly taken: readonly string[] },
): Promise<string | undefined> {
  return ui.input({
    title,
    prompt,
    value,
    placeholder: 'team/web',
    validate: (name) =>
      repositoryNameProblem(name) ?? (taken.includes(name) ? 'There is one of that name.' : undefined),
    step: step('repository'),
  });
}

type Option = 'scan' | 'immutable' | 'kms';

/** Asks how a new repository is to be, in one step with AWS's defaults; only an own key costs a second one. */
export async function askNewRepository(
  ui: Pick<Ui, 'pickMany' | 'input'>,
  { name, region }: { readonly name: string; readonly region: string },
): Promise<NewEcrRepository | undefined> {
  const options = await ui.pickMany<Option>({
    title: `Create ${name} in ${region}`,
    placeholder: 'Enter creates it',
    choices: [
      {
        label: 'Scan on push',
        detail: 'Looks for known vulnerabilities in what is pushed',
        picked: true,
        value: 'scan',
      },
      { label: 'Immutable tags', detail: 'A tag that was pushed is never overwritten', value: 'immutable' },
      {
        label: 'Encrypt with a KMS key',
        detail: 'Otherwise with AES-256, which costs nothing. Cannot be changed later',
        value: 'kms',
      },
    ],
  });
  if (options === undefined) return undefined;
  const has = (option: Option): boolean => options.includes(option);
  const repository = { name, scanOnPush: has('scan'), immutableTags: has('immutable') };
  if (!has('kms')) return { ...repository, encryption: { type: 'AES256' } };
  const key = await ui.input({
    title: `KMS key of ${name}`,
    prompt: 'ARN, id or alias of the key. Empty: AWS’s own key for Amazon ECR.',
    placeholder: 'alias/registry',
    validate: (value) => (/^[\w:/-]*$/.test(value.trim()) ? undefined : 'This is not a key’s ARN, id or alias.'),
  });
  if (key === undefined) return undefined;
  return { ...repository, encryption: { type: 'KMS', ...(key.trim() === '' ? {} : { key: key.trim() }) } };
}

/** Asks for the tag in the repository; `refused` is one that cannot be had. */
export function askTag(
  ui: Pick<Ui, 'input'>,
  options: {
    readonly repository: string;
    readonly value: string;
    readonly immutable?: boolean;
    readonly refused?: string;
  },
): Promise<string | undefined> {
  const { repository, value, immutable = false, refused } = options;
  const taken = refused === undefined ? undefined : `${repository} has ${refused} already, and its tags are immutable.`;
  return ui.input({
    title,
    prompt: taken ?? `Tag in ${repository}${immutable ? ', which never overwrites one' : ''}`,
    value,
    placeholder: 'latest',
    validate: (tag) => tagProblem(tag) ?? (tag === refused ? 'This one is taken. Choose another tag.' : undefined),
    step: step('tag'),
  });
}
