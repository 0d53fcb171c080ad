import { window, type QuickPick } from 'vscode';
import { Disposables } from '../../lifecycle.ts';
import type { Choice, PickManyOptions, PickMatchingOptions, PickOptions } from '../ui.ts';
import { problemRow, rows, typedRow, type Row } from './rows.ts';

/** One of the choices, or what was typed when `custom` makes a choice of it. */
export async function pick<T>(options: PickOptions<T>): Promise<T | undefined> {
  const box = window.createQuickPick<Row<T>>();
  prepare(box, options);
  let choices: readonly Choice<T>[] = [];
  const show = (): void => {
    const typed = box.value === '' ? undefined : options.custom?.(box.value);
    const listed = rows(choices);
    box.items = typed ? [typedRow(typed), ...listed] : listed;
  };
  return await run({
    box,
    load: async () => {
      choices = await options.choices;
      show();
      const first = box.items.filter((item) => item.choice?.picked === true).slice(0, 1);
      if (first.length > 0) box.activeItems = first;
    },
    onValue: options.custom ? show : () => {},
    answer: () => box.selectedItems[0]?.choice,
  });
}

/** Any number of the choices. */
export async function pickMany<T>(options: PickManyOptions<T>): Promise<readonly T[] | undefined> {
  const box = window.createQuickPick<Row<T>>();
  prepare(box, options);
  box.canSelectMany = true;
  box.ignoreFocusOut = true;
  const selected = (): T[] => box.selectedItems.flatMap(({ choice }) => (choice ? [choice.value] : []));
  const summarize = (): void => {
    if (options.summary) box.title = `${options.title} — ${options.summary(selected())}`;
  };
  const changes = box.onDidChangeSelection(summarize);
  try {
    return await run({
      box,
      load: async () => {
        box.items = rows(await options.choices);
        box.selectedItems = box.items.filter((item) => item.choice?.picked === true);
        summarize();
      },
      onValue: () => {},
      answer: () => ({ value: selected() }),
    });
  } finally {
    changes.dispose();
  }
}

/** Any number of what fits the text that is typed. The editor's own filter lets all rows pass. */
export async function pickMatching<T>(options: PickMatchingOptions<T>): Promise<readonly T[] | undefined> {
  const box = window.createQuickPick<Row<T>>();
  prepare(box, options);
  box.canSelectMany = true;
  box.ignoreFocusOut = true;
  const selected = (): T[] => box.selectedItems.flatMap(({ choice }) => (choice ? [choice.value] : []));
  let problem: string | undefined;
  const summarize = (): void => {
    const said = problem ?? options.summary?.(selected());
    box.title = said === undefined ? options.title : `${options.title} — ${said}`;
  };
  const show = (dropped: ReadonlySet<T>): void => {
    const found = box.value.trim() === '' ? [] : options.match(box.value);
    problem = typeof found === 'string' ? found : undefined;
    box.items = typeof found === 'string' ? [problemRow(found)] : found.map(typedRow);
    box.selectedItems = box.items.filter(({ choice }) => choice && !dropped.has(choice.value));
    summarize();
  };
  const renew = (): void => {
    const kept = new Set(selected());
    show(new Set(box.items.flatMap(({ choice }) => (choice && !kept.has(choice.value) ? [choice.value] : []))));
  };
  const changes = box.onDidChangeSelection(summarize);
  let open = true;
  void options.renewed?.then(() => {
    if (open) renew();
  });
  try {
    return await run({
      box,
      load: async () => show(new Set()),
      onValue: () => show(new Set()),
      answer: () => (problem === undefined ? { value: selected() } : undefined),
    });
  } finally {
    open = false;
    changes.dispose();
  }
}

function prepare<T>(
  box: QuickPick<Row<T>>,
  { title, placeholder, step }: Pick<PickOptions<T>, 'title' | 'placeholder' | 'step'>,
): void {
  box.title = title;
  box.placeholder = placeholder;
  box.step = step?.current;
  box.totalSteps = step?.total;
  box.matchOnDescription = true;
  box.matchOnDetail = true;
}

interface Run<T, R> {
  readonly box: QuickPick<Row<T>>;
  /** Fills the box, which is busy until then. */
  readonly load: () => Promise<void>;
  readonly onValue: () => void;
  /** What accepting means now; nothing while no row fits. */
  readonly answer: () => { readonly value: R } | undefined;
}

async function run<T, R>({ box, load, onValue, answer }: Run<T, R>): Promise<R | undefined> {
  const disposables = new Disposables();
  disposables.add(box);
  try {
    return await new Promise<R | undefined>((resolve, reject) => {
      disposables.add(box.onDidChangeValue(onValue));
      disposables.add(
        box.onDidAccept(() => {
          const answered = answer();
          if (answered !== undefined) resolve(answered.value);
        }),
      );
      disposables.add(box.onDidHide(() => resolve(undefined)));
      box.busy = true;
      box.show();
      load().then(
        () => (box.busy = false),
        (error: unknown) => reject(error instanceof Error ? error : new Error(String(error))),
      );
    });
  } finally {
    disposables.dispose();
  }
}
