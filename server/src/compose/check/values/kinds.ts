import type { NameKind, ValueKind } from '../../schema/shape.ts';
import type { Scalar } from '../../yaml/node.ts';
import type { CheckedRule } from '../report.ts';
import { addressFaults, cidrFaults, hostAddressFaults, hostFaults, macFaults } from './address.ts';
import { commandFaults } from './command.ts';
import { deviceFaults, deviceRuleFaults } from './devices.ts';
import { type Fault, quoted } from './fault.ts';
import { assignmentFaults, contextFaults, sshFaults, tmpfsFaults } from './items.ts';
import {
  containerFaults,
  domainFaults,
  imageFaults,
  labelFaults,
  modelFaults,
  platformFaults,
  profileFaults,
  sysctlFaults,
  variableFaults,
} from './names.ts';
import { exposeFaults, portFaults, publishedFaults, targetFaults } from './ports.ts';
import { countFaults, cpusFaults, durationFaults, fileModeFaults, sizeFaults } from './quantities.ts';
import { volumeFaults } from './volumes.ts';
import { capabilityFaults, signalFaults } from './words.ts';

interface KindCheck {
  readonly rule: CheckedRule;
  readonly severity?: 'warning';
  readonly faults: (text: string, scalar: Scalar) => Iterable<Fault>;
}

/** How the texts of a kind are checked, and the rule that finds what is wrong. */
export const kindChecks: Partial<Readonly<Record<ValueKind, KindCheck>>> = {
  address: { rule: 'invalid-address', faults: addressFaults },
  assignment: { rule: 'list-item-form', faults: assignmentFaults },
  bytes: { rule: 'invalid-quantity', faults: sizeFaults },
  capability: { rule: 'unknown-word', faults: capabilityFaults },
  cidr: { rule: 'invalid-address', faults: cidrFaults },
  command: { rule: 'command-quotes', faults: commandFaults },
  container: { rule: 'container-name', faults: containerFaults },
  context: { rule: 'list-item-form', faults: contextFaults },
  count: { rule: 'invalid-quantity', faults: countFaults },
  cpus: { rule: 'invalid-quantity', faults: cpusFaults },
  device: { rule: 'invalid-device', faults: deviceFaults },
  'device rule': { rule: 'invalid-device', faults: deviceRuleFaults },
  domain: { rule: 'host-name', faults: domainFaults },
  duration: { rule: 'invalid-duration', faults: durationFaults },
  environment: { rule: 'list-item-form', faults: assignmentFaults },
  expose: { rule: 'invalid-port', severity: 'warning', faults: exposeFaults },
  'file mode': { rule: 'invalid-file-mode', faults: fileModeFaults },
  host: { rule: 'invalid-extra-host', faults: hostFaults },
  'host address': { rule: 'invalid-extra-host', faults: hostAddressFaults },
  'host ip': { rule: 'invalid-port', faults: addressFaults },
  image: { rule: 'image-reference', faults: imageFaults },
  label: { rule: 'reserved-label', faults: labelFaults },
  mac: { rule: 'invalid-address', faults: macFaults },
  model: { rule: 'image-reference', faults: modelFaults },
  platform: { rule: 'unknown-word', faults: platformFaults },
  port: { rule: 'invalid-port', faults: portFaults },
  'port number': { rule: 'invalid-port', faults: targetFaults },
  'port range': { rule: 'invalid-port', faults: publishedFaults },
  profile: { rule: 'profile-name', faults: profileFaults },
  signal: { rule: 'unknown-word', faults: signalFaults },
  ssh: { rule: 'list-item-form', faults: sshFaults },
  sysctl: { rule: 'namespaced-sysctls', faults: sysctlFaults },
  tmpfs: { rule: 'tmpfs-options', faults: tmpfsFaults },
  variable: { rule: 'variable-name', faults: variableFaults },
  volume: { rule: 'invalid-volume', faults: volumeFaults },
};

/** The same for names. */
export const nameChecks: Partial<Readonly<Record<NameKind, KindCheck>>> = {
  host: {
    rule: 'invalid-extra-host',
    *faults(text) {
      if (/[:=]/.test(text)) yield { message: `${quoted(text)} is not a host name.` };
    },
  },
  label: { rule: 'reserved-label', faults: labelFaults },
  sysctl: { rule: 'namespaced-sysctls', faults: sysctlFaults },
};
