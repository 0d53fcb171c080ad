import type { CommandServices } from '../command.ts';

/** What of a log is read. `since` and `until` are as they were typed: `15m`, a date; empty for none. */
export interface LogChoice {
  readonly tail: number;
  readonly since: string;
  readonly until: string;
  readonly timestamps: boolean;
}

export const choiceKey = 'logs.options';

/** What was chosen in this workspace, else what the settings say. */
export function logChoice(services: Pick<CommandServices, 'recall' | 'setting'>): LogChoice {
  const kept = (services.recall(choiceKey) ?? {}) as Partial<Record<keyof LogChoice, unknown>>;
  const { tail, since, until, timestamps } = kept;
  return {
    tail: typeof tail === 'number' ? tail : services.setting('gantry.logs.tail'),
    since: typeof since === 'string' ? since : '',
    until: typeof until === 'string' ? until : '',
    timestamps: typeof timestamps === 'boolean' ? timestamps : services.setting('gantry.logs.timestamps'),
  };
}

const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A time in milliseconds since the epoch, of `1h30m` before `now` or a date; `undefined` for neither. */
export function timeOf(text: string, now: number): number | undefined {
  if (/^(?:\d+[smhd])+$/u.test(text)) {
    const parts = [...text.matchAll(/(\d+)([smhd])/gu)];
    return now - parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * (units[unit] ?? 0), 0);
  }
  const time = /^\d{4}-\d\d-\d\d/u.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
