import { isIP } from 'node:net';
import { assignments, assignmentsField, labelsField } from '../assignments.ts';
import { defineCommand } from '../command.ts';
import { fillForm, textField, type Field } from '../form.ts';

const drivers = [
  ['bridge', 'Containers on this machine reach each other by name'],
  ['macvlan', 'Each container has an address in the machine’s own network'],
  ['ipvlan', 'As macvlan, with the machine’s own hardware address'],
  ['overlay', 'Containers on several machines of a Swarm'],
] as const;

export const createNetwork = defineCommand({
  id: 'gantry.networks.create',
  title: 'Create network…',
  icon: 'add',
  placement: { title: { views: ['gantry.networks'], group: 'navigation@1' } },
  async run({ engine, store, ui }) {
    await store.ready();
    const names = new Set([...store.networks.values()].map(({ name }) => name));
    const name = await ui.input({
      title: 'Create network',
      prompt: 'Its name',
      validate: (text) => networkNameProblem(text.trim(), names),
    });
    if (name === undefined) return;
    const answers = { driver: 'bridge', subnet: '', gateway: '', ipRange: '', internal: false, attachable: false };
    const lists = { options: [] as readonly string[], labels: [] as readonly string[] };
    const toggle = (key: 'internal' | 'attachable', field: Omit<Field, 'value' | 'edit'>): Field => ({
      ...field,
      value: answers[key] ? 'yes' : 'no',
      edit: async () => {
        answers[key] = !answers[key];
      },
    });
    const submitted = await fillForm({
      ui,
      title: `Create network ${name.trim()}`,
      submits: () => [{ label: 'Create', icon: 'add', value: true, description: answers.subnet }],
      fields: () => [
        {
          label: 'Driver',
          value: answers.driver,
          icon: 'extensions',
          async edit() {
            const choices = drivers.map(([value, description]) => ({ label: value, description, value }));
            const custom = (text: string) => (/^\S+$/u.test(text) ? { label: text, value: text } : undefined);
            answers.driver = (await ui.pick<string>({ title: 'Driver', choices, custom })) ?? answers.driver;
          },
        },
        textField(ui, answers, {
          key: 'subnet',
          label: 'Subnet',
          icon: 'type-hierarchy',
          none: 'the engine chooses',
          prompt: 'An address and the length of its prefix. Empty: the engine chooses.',
          placeholder: '10.20.0.0/16',
          validate: (text) => (text === '' ? undefined : subnetProblem(text)),
        }),
        textField(ui, answers, {
          key: 'gateway',
          label: 'Gateway',
          icon: 'arrow-both',
          none: 'the first address',
          prompt: 'An address in the subnet. Empty: the first.',
          placeholder: '10.20.0.1',
          validate: (text) => (text === '' ? undefined : addressProblem(text)),
        }),
        textField(ui, answers, {
          key: 'ipRange',
          label: 'Address range',
          icon: 'list-ordered',
          none: 'the whole subnet',
          prompt: 'The part of the subnet that addresses are given out of. Empty: all of it.',
          placeholder: '10.20.1.0/24',
          validate: (text) => (text === '' ? undefined : subnetProblem(text)),
        }),
        toggle('internal', { label: 'Internal (nothing outside can be reached)', icon: 'lock' }),
        toggle('attachable', { label: 'Attachable (for Swarm’s networks)', icon: 'plug' }),
        assignmentsField(ui, lists, {
          key: 'options',
          label: 'Driver options',
          icon: 'settings',
          noun: 'driver option',
          placeholder: 'com.docker.network.driver.mtu=1400',
        }),
        labelsField(ui, lists),
      ],
    });
    if (submitted !== true) return;
    const { driver, subnet, gateway, ipRange, internal, attachable } = answers;
    const { warning } = await engine.networks.create({
      name: name.trim(),
      driver,
      internal,
      attachable,
      ...(subnet === ''
        ? {}
        : { subnets: [{ subnet, ...optional({ gateway, ipRange }) }], ipv6: subnet.includes(':') }),
      options: assignments(lists.options),
      labels: assignments(lists.labels),
    });
    if (warning !== '') ui.log.warn(`Network ${name}: ${warning}`);
    await ui.notify({ severity: 'info', text: `The network ${name.trim()} was created.` });
  },
});

/** Without what is empty. */
function optional<K extends string>(texts: Readonly<Record<K, string>>): Partial<Record<K, string>> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')) as Partial<Record<K, string>>;
}

function networkNameProblem(name: string, taken: ReadonlySet<string>): string | undefined {
  if (!/^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/u.test(name))
    return 'A name is made of letters, digits, “_”, “.” and “-”, and starts with a letter or a digit.';
  return taken.has(name) ? `There is a network of the name ${name} already.` : undefined;
}

function subnetProblem(text: string): string | undefined {
  const [address = '', length = ''] = text.split('/');
  const version = isIP(address);
  const most = version === 4 ? 32 : 128;
  const isLength = /^\d{1,3}$/u.test(length) && Number(length) <= most;
  return version !== 0 && isLength ? undefined : 'An address with the length of its prefix is expected: 10.20.0.0/16.';
}

/** What is wrong with an address, or nothing. */
export function addressProblem(text: string): string | undefined {
  return isIP(text) === 0 ? 'An IP address is expected: 10.20.0.5.' : undefined;
}
