import { EngineError, unreachableKinds } from '../error.ts';

/** Resizes a terminal. That the process has ended, or has not begun, is no error: the next size will do. */
export async function quietResize(resize: () => Promise<unknown>, fail: (error: unknown) => Error): Promise<void> {
  try {
    await resize();
  } catch (error) {
    const known = fail(error);
    if (!(known instanceof EngineError) || unreachableKinds.has(known.kind)) throw known;
  }
}
