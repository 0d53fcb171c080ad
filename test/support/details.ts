import type { Details } from '../../client/src/store/details.ts';

/** Details of an engine that nobody asks for any. */
export function noDetails(): Details {
  return {
    known: () => undefined,
    ask: async ({ about }) => {
      throw new Error(`${about} was not expected to be asked for`);
    },
    forget: () => {},
    onDidChange: () => ({ dispose: () => {} }),
    dispose: () => {},
  };
}
