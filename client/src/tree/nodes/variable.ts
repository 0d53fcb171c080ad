import { variableFlags } from '../flags.ts';
import { facts } from './markdown.ts';
import type { NodeKind } from './nodeKind.ts';
import { looksSecret } from '../../../../server/src/protocol/secrets.ts';

const mask = '••••••';

export const variable: NodeKind<'variable'> = {
  view({ name, value }, _now, { revealed }) {
    const secret = looksSecret(name, value);
    const masked = secret && !revealed;
    return {
      label: name,
      description: masked ? mask : value,
      icon: { id: secret ? (masked ? 'lock' : 'unlock') : 'symbol-constant' },
      accessibilityLabel: masked ? `variable ${name}, hidden` : `variable ${name}, ${value === '' ? 'empty' : value}`,
      flags: variableFlags({ name, value }, revealed),
      expandable: 'none',
    };
  },
  children: () => [],
  tooltip: ({ name, value }) =>
    facts(name, [['Value', looksSecret(name, value) ? 'hidden, because it looks like a secret' : value]]),
};
