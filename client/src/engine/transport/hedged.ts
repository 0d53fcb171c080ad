export interface Hedge {
  /** Milliseconds of silence after which the question is asked once more. */
  readonly patience: number;
  readonly signal: AbortSignal;
}

/**
 * Asks again and again while no answer has come, and takes the first one, be it a failure; the other questions are
 * given up. Each question must go a way of its own, or it waits where the first one waits.
 */
export async function hedged<T>(ask: (signal: AbortSignal) => Promise<T>, { patience, signal }: Hedge): Promise<T> {
  const end = new AbortController();
  const each = AbortSignal.any([signal, end.signal]);
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      const again = (): void => {
        ask(each).then(resolve, reject);
      };
      timer = setInterval(again, patience);
      again();
    });
  } finally {
    clearInterval(timer);
    end.abort();
  }
}
