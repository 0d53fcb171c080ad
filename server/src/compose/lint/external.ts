import type { EngineQuestion } from '../../protocol/requests.ts';
import type { Located } from '../project/model.ts';
import type { Project, Resource } from '../project/project.ts';
import { bindingsOf } from './bindings.ts';

/** More of each than this is not asked for. */
const most = 200;

/** A volume or a network that compose does not make. */
export interface External {
  /** As the engine has it. */
  readonly name: string;
  readonly at: Located;
}

/** Those of a section whose names are known. */
export function externals(project: Project, section: 'networks' | 'volumes'): External[] {
  return Array.from(project.resources(section).values()).flatMap((resource) => externalOf(resource) ?? []);
}

function externalOf({ name, at, value }: Resource): External | undefined {
  const external = value?.get('external');
  const flag = external?.kind === 'scalar' && external.value === true;
  if (!value || !external || (!flag && external.kind !== 'mapping')) return undefined;
  const given = value.scalar('name') ?? (external.kind === 'mapping' ? external.scalar('name') : undefined);
  if (!given) return { name, at };
  return given.known ? { name: given.text, at: given } : undefined;
}

/** What an engine is asked because of a project. */
export function engineQuestion(project: Project): EngineQuestion {
  const names = (section: 'networks' | 'volumes'): string[] =>
    [...new Set(externals(project, section).map(({ name }) => name))].slice(0, most);
  const ports = bindingsOf(project).flatMap(({ from, to, any }) =>
    any ? [] : Array.from({ length: Math.min(to - from, most) + 1 }, (_, index) => from + index),
  );
  return { volumes: names('volumes'), networks: names('networks'), ports: [...new Set(ports)].slice(0, most) };
}
