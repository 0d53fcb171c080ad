import type { EngineError } from '../../engine/error.ts';
import { hindrance, type Hindrance } from '../../ui/explain.ts';
import { contextFlags } from '../flags.ts';
import type { NodeView } from '../node.ts';
import { facts } from './markdown.ts';
import type { NodeKind, NodeOf } from './nodeKind.ts';

export const context: NodeKind<'context'> = {
  view(node) {
    const { context, health } = node;
    const label = context.name === '' ? context.host : context.name;
    const parts = [
      ...(context.current ? ['current'] : []),
      healthText(health),
      ...(context.name === '' ? [sourceText(context.source)] : [context.host]),
    ].filter((part) => part !== '');
    return {
      label,
      description: parts.join(' · '),
      icon: iconOf(node),
      accessibilityLabel: `${context.name === '' ? 'engine address' : 'context'} ${label}, ${parts.join(', ')}`,
      flags: contextFlags(context),
      expandable: 'none',
    };
  },
  children: () => [],
  tooltip: ({ context, health }) =>
    facts(context.name === '' ? context.host : context.name, [
      ['Description', context.description],
      ['Address', context.host],
      ['Chosen by', context.current ? sourceText(context.source) : undefined],
      ['Engine', health?.ok === true ? `${health.value.version} (API ${health.value.apiVersion})` : undefined],
      ['System', health?.ok === true ? `${health.value.os}/${health.value.arch}` : undefined],
      ['Not reachable', health?.ok === false ? health.error.message : undefined],
      ['Not checked', health === undefined ? 'it is on another machine: check it when you like' : undefined],
    ]),
};

function iconOf({ context, health }: NodeOf<'context'>): NonNullable<NodeView['icon']> {
  if (health?.ok === false) return { id: 'debug-disconnect', color: 'testing.iconFailed' };
  const id = context.current ? 'pass-filled' : 'server';
  if (!health) return { id, color: context.current ? 'testing.iconQueued' : 'disabledForeground' };
  return { id, color: 'testing.iconPassed' };
}

function healthText(health: NodeOf<'context'>['health']): string {
  if (!health) return 'not checked';
  return health.ok ? `Engine ${health.value.version}` : failureText(health.error);
}

function failureText(error: EngineError): string {
  return reasons[hindrance(error)];
}

const reasons: Readonly<Record<Hindrance, string>> = {
  'no-socket': 'not there: no such socket',
  refused: 'not running',
  'no-permission': 'no permission',
  tls: 'certificate not trusted or missing',
  context: 'cannot be read',
  lost: 'connection lost',
  silent: 'does not answer',
  unauthorized: 'refuses the credentials',
  unsupported: 'not supported',
  failed: 'no container engine',
};

const sources: Readonly<Record<string, string>> = {
  setting: 'by the settings',
  DOCKER_HOST: 'by DOCKER_HOST',
  DOCKER_CONTEXT: 'by DOCKER_CONTEXT',
  context: 'by docker context use',
  default: 'because nothing else is chosen',
  probe: 'found where such engines listen',
};

function sourceText(source: string | undefined): string {
  return sources[source ?? ''] ?? '';
}
