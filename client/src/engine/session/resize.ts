import type { TerminalSize } from '../engine.ts';
import { EngineError, unreachableKinds } from '../error.ts';

export interface ResizeOptions {
  readonly send: (size: TerminalSize) => Promise<unknown>;
  readonly fail: (error: unknown) => Error;
}

/**
 * Sets a terminal's size. Each is a request on a connection of its own, and requests can overtake each other: so there is one
 * at a time, and of the sizes that come meanwhile only the newest is sent.
 */
export function resizer({ send, fail }: ResizeOptions): (size: TerminalSize) => Promise<void> {
  const state: { wanted?: TerminalSize | undefined; working?: Promise<void> | undefined } = {};
  const work = async (): Promise<void> => {
    let failure: Error | undefined;
    while (state.wanted !== undefined) {
      const size = state.wanted;
      state.wanted = undefined;
      failure = await quietly(() => send(size), fail);
    }
    state.working = undefined;
    if (failure !== undefined) throw failure;
  };
  return (size) => {
    state.wanted = size;
    return (state.working ??= work());
  };
}

/** Answers what went wrong. That the process has ended, or has not begun, is no error: the next size will do. */
async function quietly(resize: () => Promise<unknown>, fail: (error: unknown) => Error): Promise<Error | undefined> {
  try {
    await resize();
    return undefined;
  } catch (error) {
    const known = fail(error);
    return !(known instanceof EngineError) || unreachableKinds.has(known.kind) ? known : undefined;
  }
}
