import { setTimeout } from 'node:timers/promises';
import type { Disposable } from '../../lifecycle.ts';

/** In milliseconds: from one question to the next, and how long to wait for the answer. */
export interface HeartbeatTimes {
  readonly interval: number;
  readonly timeout: number;
}

export interface Heartbeat {
  /** Milliseconds from one question to the next. */
  readonly interval: number;
  /** Asks the other side for a sign of life; rejects when none comes in time. */
  readonly ask: () => Promise<void>;
  readonly onSilent: (error: unknown) => void;
}

/**
 * Asks again and again whether the other side is still there, up to the first time that it is not: a connection over a
 * network that is gone gives no error of its own.
 */
export function startHeartbeat(heartbeat: Heartbeat): Disposable {
  const end = new AbortController();
  void beat(heartbeat, end.signal);
  return {
    dispose: () => {
      end.abort();
    },
  };
}

async function beat({ ask, interval, onSilent }: Heartbeat, signal: AbortSignal): Promise<void> {
  try {
    for (;;) {
      await setTimeout(interval, undefined, { signal, ref: false });
      await ask();
    }
  } catch (error) {
    if (!signal.aborted) onSilent(error);
  }
}
