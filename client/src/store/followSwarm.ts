import type { Disposable } from '../lifecycle.ts';
import { Disposables } from '../lifecycle.ts';
import type { Details } from './details.ts';
import type { Store } from './store.ts';

const question = { about: 'swarm', of: '' } as const;

/** Tells whether the engine is a manager of a Swarm: asked once per connection, and again when the Swarm says something. */
export function followSwarm(
  { details, store }: { readonly details: Details; readonly store: Pick<Store, 'state' | 'onDidChange'> },
  tell: (isManager: boolean) => void,
): Disposable {
  const own = new Disposables();
  const ask = (): void => {
    if (store.state.kind === 'live') void details.ask(question);
  };
  own.add(
    store.onDidChange(({ state, swarm }) => {
      if (state || swarm) ask();
    }),
  );
  own.add(
    details.onDidChange(({ kind, questions }) => {
      if (!questions.some(({ about }) => about === 'swarm')) return;
      const answer = details.known('swarm', '');
      if (kind === 'forgotten') ask();
      else if (answer?.ok === true) tell(answer.value !== undefined);
    }),
  );
  return own;
}
