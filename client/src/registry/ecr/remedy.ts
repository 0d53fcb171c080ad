import type { Ui } from '../../ui/ui.ts';
import { commandLine } from './awsCli.ts';
import type { AwsCause, AwsFailure } from './failure.ts';

/**
 * How the push goes on after a failure: `again` with what is chosen, `reconnect` with credentials looked up anew, or
 * with another answer to one of the questions. `name` asks for the repository's name instead of listing.
 */
export type WayOn = 'again' | 'reconnect' | 'other-source' | 'other-region' | 'name';

export interface RemedyPorts {
  readonly ui: Pick<Ui, 'notify' | 'copy' | 'runInTerminal'>;
  /** The AWS CLI's path, when it is installed. */
  awsCli(): Promise<string | undefined>;
}

const ways: Readonly<Record<WayOn, string>> = {
  again: 'Try again',
  reconnect: 'Try again',
  'other-source': 'Choose another profile…',
  'other-region': 'Choose another region…',
  name: 'Type the name…',
};

const waysOn: Readonly<Record<AwsCause, readonly WayOn[]>> = {
  'sign-in-expired': ['reconnect', 'other-source'],
  'no-credentials': ['other-source', 'reconnect'],
  'unknown-profile': ['other-source', 'reconnect'],
  profile: ['reconnect', 'other-source'],
  mfa: ['reconnect', 'other-source'],
  expired: ['reconnect', 'other-source'],
  rejected: ['reconnect', 'other-source', 'other-region'],
  denied: ['other-source', 'again'],
  instance: ['other-source', 'reconnect'],
  network: ['again', 'other-region'],
  busy: ['again'],
  other: ['again', 'other-source'],
};

const copyDetails = 'Copy details';
const copyCommand = 'Copy command';

/** Says what went wrong and lets the person choose how to go on; `undefined` when the failure is left at that. */
export async function mend(failure: AwsFailure, ports: RemedyPorts): Promise<WayOn | undefined> {
  const { ui } = ports;
  const { command } = failure;
  const program = command === undefined ? undefined : await ports.awsCli();
  const run = program === undefined || command === undefined ? undefined : `Run “${short(command)}”`;
  const ways = waysFor(failure);
  for (;;) {
    const answer = await ui.notify({
      severity: 'error',
      text: failure.message,
      actions: [
        ...(run !== undefined ? [run] : command !== undefined ? [copyCommand] : []),
        ...ways.map(({ title }) => title),
        ...(failure.cause === 'denied' || failure.cause === 'other' ? [copyDetails] : []),
      ],
    });
    if (answer === undefined) return undefined;
    if (answer === copyDetails) {
      await ui.copy(failure.message);
      return undefined;
    }
    if (command !== undefined && answer === copyCommand) {
      // The same question stays: “Try again” is pressed when the command has been run.
      await ui.copy(commandLine(command));
      continue;
    }
    if (program !== undefined && command !== undefined && answer === run) {
      const code = await ui.runInTerminal({ name: short(command), program, args: command });
      if (code === 0) return 'reconnect';
      continue;
    }
    return ways.find(({ title }) => title === answer)?.way;
  }
}

function waysFor({ cause, action }: AwsFailure): readonly { way: WayOn; title: string }[] {
  const unlisted: readonly WayOn[] = action === 'ecr:DescribeRepositories' ? ['name'] : [];
  return [...unlisted, ...waysOn[cause]].map((way) => ({ way, title: ways[way] }));
}

/** `aws sso login`, without options. */
function short(command: readonly string[]): string {
  const end = command.findIndex((arg) => arg.startsWith('-'));
  return ['aws', ...(end < 0 ? command : command.slice(0, end))].join(' ');
}
