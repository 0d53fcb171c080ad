/** The process, as far as the commands need it. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Colors can be shown. */
  readonly terminal: boolean;
  readonly stdin: () => Promise<string>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Gantry's own. */
  readonly version?: string;
  /** What a rule's page says, in Markdown, where it is shipped. */
  readonly rulePage: (id: string) => string | undefined;
}

/** What could not be done, each told once at the end; the status is 2 then. */
export class Faults {
  readonly #messages = new Set<string>();

  add(message: string): void {
    this.#messages.add(message);
  }

  get any(): boolean {
    return this.#messages.size > 0;
  }

  tell(err: Terminal['err']): void {
    for (const message of this.#messages) err(`gantry: ${message}\n`);
  }
}

/** Why a file could not be read or written, in words. */
export function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'EISDIR') return 'is a folder';
  if (code === 'EROFS') return 'the file system is read-only';
  if (code === 'ENOSPC') return 'no space left';
  return message;
}
