import { isIP } from 'node:net';
import type { Container, Network } from '../../engine/model.ts';
import { formatNames } from '../../ui/format.ts';
import type { CommandContext } from '../command.ts';
import { changeContainers } from '../container/change.ts';
import { fillForm, textField } from '../form.ts';
import { containerName } from '../names.ts';
import { addressProblem } from './create.ts';

/** Asks for names and an address, and connects the containers to the network. */
export async function connectWith(
  context: CommandContext,
  { network, containers }: { network: Network; containers: readonly Container[] },
): Promise<void> {
  const { engine, ui } = context;
  const [only] = containers;
  const answers = { aliases: '', address: '' };
  const names = formatNames(containers.map(containerName));
  const isOwn = network.name !== 'bridge';
  const submitted = await fillForm({
    ui,
    title: `Connect ${names} to ${network.name}`,
    submits: () => [{ label: 'Connect', icon: 'plug', value: true, description: answers.aliases }],
    fields: () => [
      ...(isOwn
        ? [
            textField(ui, answers, {
              key: 'aliases',
              label: 'Aliases',
              icon: 'tag',
              none: 'its name only',
              prompt: 'Further names in this network, with blanks between them',
              validate: (text) =>
                /^[\w.\- ]*$/u.test(text) ? undefined : 'A name is made of letters, digits, “_”, “.” and “-”.',
            }),
          ]
        : []),
      ...(only && containers.length === 1 && isOwn
        ? [
            textField(ui, answers, {
              key: 'address',
              label: 'Address',
              icon: 'location',
              none: 'the engine chooses',
              prompt: 'Of a network whose subnet was chosen. Empty: the engine chooses.',
              validate: (text) => (text === '' ? undefined : addressProblem(text)),
            }),
          ]
        : []),
    ],
  });
  if (submitted !== true) return;
  const { aliases, address } = answers;
  const options = {
    ...(aliases === '' ? {} : { aliases: aliases.split(/\s+/u) }),
    ...(address === '' ? {} : { [isIP(address) === 6 ? 'ipv6' : 'ipv4']: address }),
  };
  await changeContainers(context, containers, {
    doing: `Connecting to ${network.name}:`,
    done: `connected to ${network.name}`,
    run: ({ id }) => engine.networks.connect(network.id, id, options),
  });
}
