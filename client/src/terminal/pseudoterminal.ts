import { EventEmitter, ThemeIcon, window, type Pseudoterminal } from 'vscode';
import type { TerminalOptions } from '../ui/ui.ts';

/** Opens a terminal tab whose process is ours. */
export function openTerminal(options: TerminalOptions): void {
  const written = new EventEmitter<string>();
  const ended = new EventEmitter<number | void>();
  const pty: Pseudoterminal = {
    onDidWrite: written.event,
    onDidClose: ended.event,
    open: (size) =>
      options.open(
        { write: (text) => written.fire(text), end: (exitCode) => ended.fire(exitCode) },
        size && { columns: size.columns, rows: size.rows },
      ),
    handleInput: (data) => options.input(data),
    setDimensions: ({ columns, rows }) => options.resize({ columns, rows }),
    close: () => {
      options.close();
      written.dispose();
      ended.dispose();
    },
  };
  const iconPath = options.icon === undefined ? {} : { iconPath: new ThemeIcon(options.icon) };
  window.createTerminal({ name: options.name, pty, ...iconPath }).show();
}
