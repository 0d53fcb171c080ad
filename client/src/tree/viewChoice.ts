/** What a view's rows can be grouped and sorted by; the words of the settings. */
export const groupings = ['project', 'network', 'image', 'label', 'none'] as const;
export const sortings = ['name', 'created', 'state', 'image', 'size'] as const;
export type Grouping = (typeof groupings)[number];
export type Sorting = (typeof sortings)[number];

/** What the person sees of one view. */
export interface ViewChoice {
  /** Words, all of which a row must have; empty shows all. */
  readonly filter: string;
  /** Containers only: hides what does not run. */
  readonly runningOnly: boolean;
  /** Containers only: hides what does not belong to the folders that are open. */
  readonly workspaceOnly: boolean;
  /** Containers only: `key` or `key=value` that they must have; empty for all. */
  readonly label: string;
  /** Containers only: a network's name that they must be on; empty for all. */
  readonly network: string;
  readonly group: Grouping;
  /** The label by whose values containers are grouped. */
  readonly groupLabel: string;
  readonly sort: Sorting;
  /** Figures that the engine has to add up: CPU and memory of containers, what images share. */
  readonly stats: boolean;
}

export const everything: ViewChoice = {
  filter: '',
  runningOnly: false,
  workspaceOnly: false,
  label: '',
  network: '',
  group: 'project',
  groupLabel: '',
  sort: 'name',
  stats: false,
};

/** Whether something of the view may be hidden. */
export function narrows({ filter, runningOnly, workspaceOnly, label, network }: ViewChoice): boolean {
  return filter !== '' || runningOnly || workspaceOnly || label !== '' || network !== '';
}

/** What takes everything out of the way that hides something. */
export const wide = { filter: '', runningOnly: false, workspaceOnly: false, label: '', network: '' } as const;

/** What was remembered, as far as it has the shape that it should have. */
export function readChoice(value: unknown): Partial<ViewChoice> {
  if (typeof value !== 'object' || value === null) return {};
  const fields = Object.entries(value).filter(
    ([key, field]) => typeof field === typeof everything[key as keyof ViewChoice] && isKnown(key, field),
  );
  return Object.fromEntries(fields) as Partial<ViewChoice>;
}

function isKnown(key: string, word: unknown): boolean {
  if (key === 'group') return groupings.some((known) => known === word);
  return key !== 'sort' || sortings.some((known) => known === word);
}
