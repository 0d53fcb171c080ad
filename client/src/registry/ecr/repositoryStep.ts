import type { Ui } from '../../ui/ui.ts';
import type { EcrApi, EcrRepository } from './ecr.ts';
import type { EcrTarget } from './push.ts';
import { askNewRepository, askRepository, askRepositoryName } from './repositoryQuestions.ts';

/** Where repositories are looked for and made. */
export interface RepositoryPlace {
  readonly ui: Ui;
  readonly api: EcrApi;
  readonly region: string;
}

export interface RepositoryWish {
  /** A name that fits the image. */
  readonly suggested: string;
  /** The repository that the image went to before. */
  readonly last: string | undefined;
  /** Repositories cannot be listed: the name is typed. */
  readonly unlisted: boolean;
}

/** Lists the repositories and lets one be picked, or created on the way. Throws the SDK's errors. */
export async function chooseRepository(
  place: RepositoryPlace,
  { suggested, last, unlisted }: RepositoryWish,
): Promise<EcrTarget | undefined> {
  const { ui, region } = place;
  if (unlisted) {
    const prompt = `Name of the repository in ${region}`;
    const name = await askRepositoryName(ui, { prompt, value: suggested, taken: [] });
    return name === undefined ? undefined : { name };
  }
  const known = await list(place);
  const answer = await askRepository(ui, known, { region, preselected: last ?? suggested });
  if (answer === undefined || answer.kind === 'existing') return answer?.repository;
  const taken = known.map(({ name }) => name);
  const prompt = `Name of the new repository in ${region}`;
  const value = taken.includes(suggested) ? '' : suggested;
  const name = answer.name ?? (await askRepositoryName(ui, { prompt, value, taken }));
  return name === undefined ? undefined : create(place, name);
}

/** A repository that was chosen turned out not to be there: offers to create it. */
export async function offerToCreate(place: RepositoryPlace, name: string): Promise<EcrRepository | undefined> {
  const wanted = await place.ui.confirm({
    message: `There is no repository ${name} in ${place.region}.`,
    detail: 'Create it and push again?',
    action: 'Create…',
  });
  return wanted ? create(place, name) : undefined;
}

function list({ ui, api, region }: RepositoryPlace): Promise<EcrRepository[]> {
  const options = { title: `Listing repositories in ${region}`, cancellable: true };
  return ui.progress(options, async (report, signal) => {
    const found: EcrRepository[] = [];
    for await (const page of api.repositories(signal)) {
      found.push(...page);
      report({ message: `${found.length}` });
    }
    return found;
  });
}

async function create({ ui, api, region }: RepositoryPlace, name: string): Promise<EcrRepository | undefined> {
  const wanted = await askNewRepository(ui, { name, region });
  if (wanted === undefined) return undefined;
  const options = { title: `Creating ${name} in ${region}`, cancellable: true };
  return ui.progress(options, (_report, signal) => api.createRepository(wanted, signal));
}
