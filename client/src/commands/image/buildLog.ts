import { plain } from '../../document/lines.ts';
import type { BuildEvent, BuildStep } from '../../engine/build/build.ts';
import { formatBytes, formatDuration } from '../../ui/format.ts';

/** Longest line that is held back while its end has not come. */
const maxHeld = 64 * 1024;
/** A step's name as far as a notification has room for it. */
const shownName = 70;

interface Seen {
  readonly number: number;
  step: BuildStep;
  /** The beginning of a line, per stream. */
  readonly held: Map<string, string>;
  /** What is on its way, of how much. */
  transfer: string | undefined;
}

/** Puts a build's events into lines: each step has a number, as steps run side by side, and says how long it took. */
export class BuildLog {
  readonly #steps = new Map<string, Seen>();

  /** The text that an event adds. */
  add(event: BuildEvent): string {
    switch (event.kind) {
      case 'step':
        return this.#step(event.step);
      case 'log':
        return this.#log(event);
      case 'progress': {
        const seen = this.#steps.get(event.step);
        const total = event.total > 0 ? ` of ${formatBytes(event.total)}` : '';
        if (seen) seen.transfer = event.current > 0 ? `${formatBytes(event.current)}${total}` : undefined;
        return '';
      }
      case 'warning':
        return event.message === '' ? '' : `\nwarning: ${plain(event.message)}\n`;
      case 'done':
        return '';
    }
  }

  /** For a notification: how far it is, and the step that began last. */
  get progress(): { readonly message: string; readonly percent: number } {
    const steps = [...this.#steps.values()];
    const done = steps.filter(({ step }) => step.state === 'done' || step.state === 'cached').length;
    const running = steps.filter(({ step }) => step.state === 'running');
    running.sort((a, b) => (b.step.startedAt ?? 0) - (a.step.startedAt ?? 0));
    const [last] = running;
    const count = `${Math.min(done + 1, steps.length)} of ${steps.length}`;
    const transfer = last?.transfer === undefined ? '' : ` (${last.transfer})`;
    return {
      message: last ? `${count}: ${shortened(last.step.name)}${transfer}` : '',
      percent: steps.length === 0 ? 0 : Math.floor((done / steps.length) * 100),
    };
  }

  #step(step: BuildStep): string {
    const seen = this.#steps.get(step.id);
    if (!seen) {
      this.#steps.set(step.id, { number: this.#steps.size + 1, step, held: new Map(), transfer: undefined });
      return step.state === 'waiting' ? '' : this.#begun(step) + this.#ended(step);
    }
    const before = seen.step;
    seen.step = step;
    if (before.state === step.state) return '';
    return `${before.state === 'waiting' ? this.#begun(step) : ''}${this.#ended(step)}`;
  }

  #begun({ id, name }: BuildStep): string {
    return `\n#${this.#number(id)} ${plain(name.replaceAll(/\s*\n\s*/gu, ' '))}\n`;
  }

  #ended({ id, state, startedAt, completedAt, error }: BuildStep): string {
    const head = `#${this.#number(id)}`;
    const took =
      startedAt === undefined || completedAt === undefined ? '' : ` ${formatDuration(completedAt - startedAt)}`;
    switch (state) {
      case 'waiting':
      case 'running':
        return '';
      case 'cached':
        return `${this.#rest(id)}${head} cached\n`;
      case 'done':
        return `${this.#rest(id)}${head} done${took}\n`;
      case 'cancelled':
        return `${this.#rest(id)}${head} cancelled${took}\n`;
      case 'failed':
        return `${this.#rest(id)}${head} failed${took}: ${plain(error ?? '')}\n`;
    }
  }

  #log({ step, stream, text }: Extract<BuildEvent, { kind: 'log' }>): string {
    const seen = this.#steps.get(step);
    if (!seen) return '';
    const parts = ((seen.held.get(stream) ?? '') + text).split('\n');
    const rest = parts.pop() ?? '';
    if (rest.length > maxHeld) parts.push(rest);
    seen.held.set(stream, rest.length > maxHeld ? '' : rest);
    return parts.map((line) => `#${seen.number} ${plain(line)}\n`).join('');
  }

  /** Lines that came to no end. */
  #rest(id: string): string {
    const seen = this.#steps.get(id);
    const lines = [...(seen?.held.values() ?? [])].filter((line) => line !== '');
    seen?.held.clear();
    return lines.map((line) => `#${this.#number(id)} ${plain(line)}\n`).join('');
  }

  #number(id: string): number {
    return this.#steps.get(id)?.number ?? 0;
  }
}

function shortened(name: string): string {
  const line = plain(name.replaceAll(/\s+/gu, ' '));
  return line.length > shownName ? `${line.slice(0, shownName - 1)}…` : line;
}
