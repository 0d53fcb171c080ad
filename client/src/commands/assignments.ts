import type { Ui } from '../ui/ui.ts';
import { editList, type Field } from './form.ts';

export interface AssignmentsField<K extends string> {
  readonly key: K;
  readonly label: string;
  readonly icon: string;
  /** `label`: what one entry is called. */
  readonly noun: string;
  readonly placeholder: string;
}

/** A line of a form that is a list of `key=value`. */
export function assignmentsField<K extends string>(
  ui: Ui,
  answers: Record<K, readonly string[]>,
  { key, label, icon, noun, placeholder }: AssignmentsField<K>,
): Field {
  const items = answers[key];
  return {
    label,
    value: items.length === 0 ? 'none' : items.join(', '),
    icon,
    async edit() {
      const prompt = 'key=value.';
      const options = { ui, title: label, noun, prompt, placeholder, items, validate: assignmentProblem };
      answers[key] = (await editList(options)) ?? items;
    },
  };
}

/** The line of a form for the labels of what is made. */
export function labelsField(ui: Ui, answers: Record<'labels', readonly string[]>): Field {
  const placeholder = 'com.example.team=shop';
  return assignmentsField(ui, answers, {
    key: 'labels',
    label: 'Labels',
    icon: 'bookmark',
    noun: 'label',
    placeholder,
  });
}

/** What is wrong with `key=value`, or nothing; a key alone has an empty value. */
function assignmentProblem(text: string): string | undefined {
  const [key = ''] = text.split('=');
  if (key.trim() === '') return 'The key is missing before “=”.';
  return /\s/u.test(key) ? 'A key has no spaces.' : undefined;
}

/** A list of `key=value` as a record; what comes later wins. */
export function assignments(items: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    items.map((item) => {
      const at = item.indexOf('=');
      return at < 0 ? [item, ''] : [item.slice(0, at), item.slice(at + 1)];
    }),
  );
}
