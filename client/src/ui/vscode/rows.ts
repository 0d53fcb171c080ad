import { QuickPickItemKind, ThemeIcon, type QuickPickItem } from 'vscode';
import type { Choice } from '../ui.ts';
import { withoutIcons } from './text.ts';

/** A row of a quick pick; a separator has no choice. */
export interface Row<T> extends QuickPickItem {
  readonly choice?: Choice<T>;
}

/** The rows of these choices, with their separators. */
export function rows<T>(choices: readonly Choice<T>[]): Row<T>[] {
  return choices.flatMap((choice) =>
    choice.separator === undefined
      ? [row(choice)]
      : [{ label: choice.separator, kind: QuickPickItemKind.Separator }, row(choice)],
  );
}

function row<T>(choice: Choice<T>): Row<T> {
  return {
    choice,
    label: withoutIcons(choice.label),
    ...(choice.description === undefined ? {} : { description: withoutIcons(choice.description) }),
    ...(choice.detail === undefined ? {} : { detail: withoutIcons(choice.detail) }),
    ...(choice.icon === undefined ? {} : { iconPath: new ThemeIcon(choice.icon) }),
  };
}

/** What someone typed, as a row that no filter hides. */
export function typedRow<T>(choice: Choice<T>): Row<T> {
  return { ...row(choice), alwaysShow: true };
}

/** What is wrong with a text that was typed, as a row that no filter hides and that stands for nothing. */
export function problemRow<T>(text: string): Row<T> {
  return { label: withoutIcons(text), iconPath: new ThemeIcon('error'), alwaysShow: true };
}
