import type { Choice, Ui } from '../ui/ui.ts';

/** A line of a form: what it is, what it says now, and how it is changed. */
export interface Field {
  readonly label: string;
  readonly value: string;
  readonly icon: string;
  /** Asks for another value; dismissing leaves it as it is. */
  readonly edit: () => Promise<void>;
}

/** A way to send the form off. */
export interface Submit<A> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly icon: string;
  readonly value: A;
}

export interface FormOptions<A> {
  readonly ui: Ui;
  readonly title: string;
  readonly placeholder?: string;
  /** Read anew after every change. The first is what Enter does. */
  readonly submits: () => readonly Submit<A>[];
  readonly fields: () => readonly Field[];
  /** Awaited before the rows are made: what they say is still on its way. */
  readonly ready?: Promise<unknown>;
}

/** A form in a quick pick: Enter sends it off as it stands, any other row changes one thing and comes back. */
export async function fillForm<A>(options: FormOptions<A>): Promise<A | undefined> {
  const { ui, title, placeholder, submits, fields, ready } = options;
  const rows = (): Choice<Picked<A>>[] => [
    ...submits().map(submitRow),
    ...fields().map((field, index) => fieldRow<A>(field, index)),
  ];
  for (;;) {
    const picked = await ui.pick<Picked<A>>({
      title,
      placeholder: placeholder ?? 'Enter goes ahead; choose a row to change it',
      choices: ready === undefined ? rows() : ready.then(rows),
    });
    if (!picked) return undefined;
    if ('submit' in picked) return picked.submit;
    await picked.edit.edit();
  }
}

type Picked<A> = { readonly submit: A } | { readonly edit: Field };

function submitRow<A>({ value, ...row }: Submit<A>): Choice<Picked<A>> {
  return { ...row, value: { submit: value } };
}

function fieldRow<A>(field: Field, index: number): Choice<Picked<A>> {
  const { label, value, icon } = field;
  const row = { label, description: value, icon, value: { edit: field } };
  return index === 0 ? { ...row, separator: 'Options' } : row;
}

export interface ListOptions {
  readonly ui: Ui;
  readonly title: string;
  /** `variable`: what one entry is called. */
  readonly noun: string;
  readonly prompt: string;
  readonly placeholder?: string;
  readonly items: readonly string[];
  /** How an entry is shown: without its secrets, say. As it is when absent. */
  readonly show?: (item: string) => string;
  readonly validate: (item: string) => string | undefined;
}

/** Lets entries of a list be added, changed and taken away (by emptying them). Answers the new list. */
export async function editList(options: ListOptions): Promise<string[] | undefined> {
  const { ui, title, noun, prompt, placeholder, show = (item) => item } = options;
  const one = `${/^[aeiou]/iu.test(noun) ? 'an' : 'a'} ${noun}`;
  let items = [...options.items];
  for (;;) {
    const done: Choice<'done' | 'add' | number> = { label: 'Done', icon: 'check', value: 'done' };
    const add: Choice<'done' | 'add' | number> = { label: `Add ${one}…`, icon: 'add', value: 'add' };
    const rows = items.map((item, index) => ({ label: show(item), icon: 'edit', value: index }));
    // An empty list has nothing to choose from: straight to the first entry.
    const picked = items.length === 0 ? 'add' : await ui.pick({ title, choices: [done, add, ...rows] });
    if (picked === undefined || picked === 'done') return picked === undefined ? undefined : items;
    const at = picked === 'add' ? items.length : picked;
    const text = await ui.input({
      title: picked === 'add' ? `Add ${one}` : `Change ${one}`,
      prompt: picked === 'add' ? prompt : `${prompt} Empty takes it away.`,
      value: items[at] ?? '',
      ...(placeholder === undefined ? {} : { placeholder }),
      validate: (entry) => (entry === '' ? undefined : options.validate(entry)),
    });
    if (text === undefined && items.length === 0) return undefined;
    if (text === undefined) continue;
    items = text === '' ? items.filter((_item, index) => index !== at) : replaced(items, at, text);
    if (items.length === 0) return items;
  }
}

function replaced(items: readonly string[], at: number, text: string): string[] {
  return at < items.length ? items.map((item, index) => (index === at ? text : item)) : [...items, text];
}

export interface TextField<K extends string> {
  readonly key: K;
  readonly label: string;
  readonly icon: string;
  /** What is shown for an empty text. */
  readonly none: string;
  readonly prompt: string;
  readonly placeholder?: string;
  readonly validate?: (text: string) => string | undefined;
}

/** A line of a form that is one of the answers, as it is typed; blanks around it are left out. */
export function textField<K extends string>(ui: Ui, answers: Record<K, string>, options: TextField<K>): Field {
  const { key, label, icon, none, prompt, placeholder, validate } = options;
  const value = answers[key];
  return {
    label,
    value: value === '' ? none : value,
    icon,
    async edit() {
      const typed = await ui.input({
        title: label,
        prompt,
        value,
        ...(placeholder === undefined ? {} : { placeholder }),
        ...(validate ? { validate: (text: string) => validate(text.trim()) } : {}),
      });
      answers[key] = typed?.trim() ?? value;
    },
  };
}
