import type { Choice, Ui } from '../../ui/ui.ts';
import type { AwsConfiguration, AwsProfile, AwsSource } from './ecr.ts';
import { regionProblem } from './names.ts';
import { regions } from './regions.data.ts';

/** What the person chose the last time, offered again. */
export interface LastPush {
  readonly source: AwsSource;
  readonly region: string;
  readonly repository: string;
}

/** An answer to the first question: where the credentials come from, all of the last push again, or none are there. */
export type SourceAnswer =
  | { readonly kind: 'source'; readonly source: AwsSource }
  | { readonly kind: 'again'; readonly last: LastPush }
  | { readonly kind: 'set-up' };

const steps = { source: 1, region: 2, repository: 3, tag: 4 } as const;

/** The n-th of the flow's questions. */
export function step(of: keyof typeof steps): { current: number; total: number } {
  return { current: steps[of], total: Object.keys(steps).length };
}

export const title = 'Push to Amazon ECR';

/** Asks whose AWS credentials to use. `remembered` is preselected; `last` puts one row before all others. */
export async function askSource(
  ui: Pick<Ui, 'pick'>,
  configuration: AwsConfiguration,
  memory: { readonly last?: LastPush | undefined; readonly remembered?: AwsSource | undefined },
): Promise<SourceAnswer | undefined> {
  const { last, remembered = defaultSource(configuration) } = memory;
  const usable = last !== undefined && isThere(last.source, configuration) ? last : undefined;
  const row = (source: AwsSource, more: Omit<Choice<SourceAnswer>, 'value' | 'picked'>): Choice<SourceAnswer> => ({
    ...more,
    picked: usable === undefined && remembered !== undefined && sameSource(source, remembered),
    value: { kind: 'source', source },
  });
  const choices: Choice<SourceAnswer>[] = [];
  if (usable !== undefined) choices.push(againRow(usable));
  for (const profile of configuration.profiles) {
    choices.push(row({ kind: 'profile', name: profile.name }, profileRow(profile)));
  }
  if (configuration.environment) {
    choices.push(
      row({ kind: 'environment' }, { label: 'Environment', description: 'credentials in its variables', icon: 'key' }),
    );
  }
  if (configuration.profiles.length === 0 && !configuration.environment) {
    choices.push({
      label: 'Set up AWS credentials…',
      detail: `No profile in ${configuration.files.join(' or ')}, and none in the environment`,
      icon: 'add',
      value: { kind: 'set-up' },
    });
  }
  if (configuration.instance) {
    choices.push(
      row(
        { kind: 'instance' },
        { label: 'This machine’s role', description: 'instance metadata, in AWS only', icon: 'server' },
      ),
    );
  }
  return ui.pick({ title, placeholder: 'With which AWS credentials?', choices, step: step('source') });
}

/** Asks for the region; the given one is preselected, another code can be typed. */
export async function askRegion(ui: Pick<Ui, 'pick'>, preselected: string | undefined): Promise<string | undefined> {
  const row = ([code, place]: readonly [string, string]): Choice<string> => ({
    label: code,
    description: place,
    icon: 'globe',
    picked: code === preselected,
    value: code,
  });
  // The preselected one stands first, so that Enter takes it also where a list has no focus of its own.
  const first = preselected === undefined ? [] : [row([preselected, placeOf(preselected)])];
  return ui.pick({
    title,
    placeholder: 'In which region?',
    choices: [...first, ...regions.filter(([code]) => code !== preselected).map(row)],
    custom: (typed) => {
      const code = typed.trim();
      const known = regions.some(([region]) => region === code) || regionProblem(code) !== undefined;
      return known ? undefined : { label: code, description: 'typed', icon: 'globe', value: code };
    },
    step: step('region'),
  });
}

const placeOf = (region: string): string => regions.find(([code]) => code === region)?.[1] ?? '';

/** Whether a source that was chosen before can be chosen now. */
function isThere(source: AwsSource, configuration: AwsConfiguration): boolean {
  switch (source.kind) {
    case 'profile':
      return configuration.profiles.some(({ name }) => name === source.name);
    case 'environment':
      return configuration.environment;
    case 'instance':
      return configuration.instance;
  }
}

export function sameSource(a: AwsSource, b: AwsSource): boolean {
  return a.kind === b.kind && (a.kind !== 'profile' || b.kind !== 'profile' || a.name === b.name);
}

/** The source as words inside a sentence. */
function describeSource(source: AwsSource): string {
  switch (source.kind) {
    case 'profile':
      return `profile ${source.name}`;
    case 'environment':
      return 'credentials of the environment';
    case 'instance':
      return 'this machine’s role';
  }
}

function defaultSource(configuration: AwsConfiguration): AwsSource | undefined {
  if (configuration.environment && configuration.profile === undefined) return { kind: 'environment' };
  return { kind: 'profile', name: configuration.profile ?? 'default' };
}

function againRow(last: LastPush): Choice<SourceAnswer> {
  return {
    label: `Again to ${last.repository}`,
    description: `${last.region}, ${describeSource(last.source)}`,
    icon: 'history',
    picked: true,
    value: { kind: 'again', last },
  };
}

const kinds: Readonly<Record<AwsProfile['kind'], string>> = {
  sso: 'IAM Identity Center',
  role: 'assumes a role',
  process: 'credential process',
  'web-identity': 'web identity',
  login: 'aws login',
  keys: 'access keys',
  none: 'no credentials',
};

function profileRow({ name, kind, region, account }: AwsProfile): Omit<Choice<SourceAnswer>, 'value' | 'picked'> {
  const about = [kinds[kind], account, region].filter((part) => part !== undefined);
  return { label: name, description: about.join(' · '), icon: 'account' };
}
