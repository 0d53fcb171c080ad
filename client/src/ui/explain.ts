import { BuildError, EngineError, isCancelled } from '../engine/error.ts';

/** What went wrong, for a notification: one or two sentences, and the ways out as commands. */
export interface Explanation {
  readonly message: string;
  readonly actions: readonly WayOut[];
}

/** A button and the command behind it. */
export interface WayOut {
  readonly title: string;
  readonly command: string;
}

/** Why no engine can be reached, finer than the error's kind where the way out differs. */
export const hindrances = [
  'no-socket',
  'refused',
  'no-permission',
  'tls',
  'context',
  'lost',
  'silent',
  'unauthorized',
  'unsupported',
  'failed',
] as const;
export type Hindrance = (typeof hindrances)[number];

export const waysOut = {
  retry: { title: 'Try again', command: 'gantry.refresh' },
  chooseContext: { title: 'Choose context…', command: 'gantry.engine.chooseContext' },
  setHost: { title: 'Set address…', command: 'gantry.engine.setHost' },
  settings: { title: 'Open settings', command: 'gantry.engine.openSettings' },
  start: { title: 'How to start it', command: 'gantry.engine.howToStart' },
  join: { title: 'How to get access', command: 'gantry.engine.howToJoin' },
  log: { title: 'Show log', command: 'gantry.showLog' },
} as const satisfies Record<string, WayOut>;

/** The way from an error to what stands in its way, for the views' welcome and for messages. */
export function hindrance(error: EngineError): Hindrance {
  switch (error.kind) {
    case 'not-running':
      return notRunning(systemCode(error));
    case 'no-permission':
    case 'tls':
    case 'context':
    case 'lost':
    case 'unauthorized':
    case 'unsupported':
      return error.kind;
    case 'not-found':
    case 'conflict':
    case 'invalid':
    case 'failed':
      return 'failed';
  }
}

function notRunning(code: string | undefined): Hindrance {
  if (code === 'ENOENT') return 'no-socket';
  return code === 'ETIMEDOUT' || code === 'EHOSTUNREACH' || code === 'ENOTFOUND' ? 'silent' : 'refused';
}

/** The operating system's code, `ECONNREFUSED`, from wherever in the chain of causes it stands. */
function systemCode(error: unknown): string | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth++) {
    const { code } = at as { code?: unknown };
    if (typeof code === 'string') return code;
  }
  return undefined;
}

const nextSteps: Readonly<Record<Hindrance, readonly WayOut[]>> = {
  'no-socket': [waysOut.start, waysOut.setHost, waysOut.chooseContext],
  refused: [waysOut.retry, waysOut.start, waysOut.chooseContext],
  'no-permission': [waysOut.join, waysOut.retry],
  tls: [waysOut.chooseContext, waysOut.settings, waysOut.log],
  context: [waysOut.chooseContext, waysOut.settings],
  lost: [waysOut.retry, waysOut.log],
  silent: [waysOut.retry, waysOut.chooseContext, waysOut.setHost],
  // By a command it is a registry that refuses, or one operation that this engine lacks: no other engine is the answer.
  unauthorized: [waysOut.log],
  unsupported: [waysOut.log],
  failed: [waysOut.log],
};

const reasons: Partial<Readonly<Record<Hindrance, string>>> = {
  'no-socket': 'No container engine was found.',
  refused: 'The container engine is not running.',
  'no-permission': 'You may not open the container engine’s socket.',
  tls: 'No trusted connection to the container engine could be made.',
  context: 'The Docker context cannot be used.',
  lost: 'The connection to the container engine broke off.',
  silent: 'The container engine cannot be reached.',
};

/** Puts any error into words fit for a person, with its ways out. `undefined` for a cancellation: nothing to say. */
export function explain(error: unknown): Explanation | undefined {
  if (isCancelled(error)) return undefined;
  if (!(error instanceof EngineError)) {
    const message = error instanceof Error && error.message !== '' ? error.message : String(error);
    return { message: sentence(message), actions: [waysOut.log] };
  }
  if (error instanceof BuildError && error.step !== undefined)
    return { message: sentence(`${error.step}: ${error.message}`), actions: [] };
  const why = hindrance(error);
  const reason = reasons[why];
  const message = sentence(error.message);
  return {
    message: reason === undefined ? message : `${reason} ${message}`,
    actions: isAboutObject(error) ? [] : nextSteps[why],
  };
}

/** What failed lies with one object and not with the engine or the connection; the message says all there is. */
function isAboutObject({ kind }: EngineError): boolean {
  return kind === 'not-found' || kind === 'conflict' || kind === 'invalid';
}

/** Engines write lower case without a full stop; a message starts with a capital and ends. */
function sentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return 'Something went wrong.';
  const ended = /[.!?…)]$/.test(trimmed) ? trimmed : `${trimmed}.`;
  return ended.charAt(0).toUpperCase() + ended.slice(1);
}
