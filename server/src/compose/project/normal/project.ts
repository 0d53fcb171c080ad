import { composeShape } from '../../schema/compose.data.ts';
import { shapeAt } from '../build.ts';
import { nothingSpecial, ruleAt, sectionRules } from '../mergeRules.ts';
import type { MappingValue } from '../model.ts';
import { pathOf } from '../paths.ts';
import type { Project, Resource } from '../project.ts';
import { compact, isPlainMapping, type Plain, type PlainMapping } from './plain.ts';
import type { NormalOptions } from './environment.ts';
import { normalService } from './service.ts';
import { normal } from './value.ts';

type ResourceSection = 'networks' | 'volumes' | 'secrets' | 'configs' | 'models';

export interface NormalProjectOptions extends Pick<NormalOptions, 'library'> {
  /** Also networks, volumes, secrets and configs that no service uses. */
  readonly unused?: boolean;
}

/**
 * The whole project as `docker compose config` prints it: services that run, long forms, absolute paths, defaults, effective
 * names; networks, volumes, secrets and configs that are used.
 */
export function normalProject(project: Project, { library, unused = false }: NormalProjectOptions): PlainMapping {
  const options = { environment: project.environment, library };
  const running = [...project.services.values()].filter(({ enabled }) => enabled);
  const services = Object.fromEntries(
    running
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((service) => [service.name, normalService(service, options)]),
  );
  const used = usedNames(Object.values(services));
  const section = (name: ResourceSection): Plain | undefined => {
    const resources = new Map(project.resources(name));
    const implicit = name === 'networks' && used.networks.has('default') && !resources.has('default');
    const all = [...resources.values()].filter((resource) => unused || used[name].has(resource.name));
    const entries = all.map((resource) => [resource.name, resourceOf(resource, name, project)] as const);
    if (implicit) entries.push(['default', { name: `${project.name}_default` }]);
    return entries.length === 0 ? undefined : Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  return compact({
    name: project.name,
    services,
    networks: section('networks'),
    volumes: section('volumes'),
    secrets: section('secrets'),
    configs: section('configs'),
    models: section('models'),
    ...extensions(project),
  });
}

/** A network, volume, secret, config or model in its long form, with the name that the engine knows it by. */
export function resourceOf({ name, value }: Resource, section: ResourceSection, project: Project): PlainMapping {
  const place = {
    shape: shapeAt(shapeAt(composeShape, section), name),
    rule: ruleAt(sectionRules[section] ?? nothingSpecial, name),
  };
  const own = value ? normal(value, { ...place, rule: sectionRules[section] ?? nothingSpecial, path: [section] }) : {};
  const plain = isPlainMapping(own) ? own : {};
  const { external } = plain;
  const old = isPlainMapping(external) ? external['name'] : undefined;
  const isExternal = external === true || isPlainMapping(external);
  const file = value?.scalar('file');
  const variable = value?.text('environment');
  const content =
    section === 'configs' && variable !== undefined ? project.environment.get(variable)?.value : undefined;
  return compact({
    name: section === 'models' ? undefined : (plain['name'] ?? old ?? (isExternal ? name : `${project.name}_${name}`)),
    ...plain,
    ...(old !== undefined && plain['name'] === undefined && { name: old }),
    external: isExternal,
    ...(file && { file: pathOf(file) ?? file.text }),
    ...(content !== undefined && { content }),
    ...(isBind(plain) && { driver_opts: { ...plain['driver_opts'], device: devicePath(value) } }),
  });
}

/** A volume of the driver `local` that is a bind mount of a folder. */
function isBind(plain: PlainMapping): plain is PlainMapping & { readonly driver_opts: PlainMapping } {
  const { driver, driver_opts: of } = plain;
  return driver === 'local' && isPlainMapping(of) && of['o'] === 'bind' && typeof of['device'] === 'string';
}

function devicePath(value: MappingValue | undefined): string {
  const device = value?.mapping('driver_opts')?.scalar('device');
  return device ? (pathOf(device) ?? device.text) : '';
}

function usedNames(services: readonly PlainMapping[]): Readonly<Record<ResourceSection, ReadonlySet<string>>> {
  const names = (key: string): string[] =>
    services.flatMap((service) => {
      const value = service[key];
      return isPlainMapping(value) ? Object.keys(value) : [];
    });
  const sources = (key: string, of = services): string[] =>
    of.flatMap((service) => {
      const items = service[key];
      return Array.isArray(items)
        ? (items as Plain[]).flatMap((item) =>
            isPlainMapping(item) && typeof item['source'] === 'string' ? [item['source']] : [],
          )
        : [];
    });
  const builds = services.flatMap(({ build }) => (isPlainMapping(build) ? [build] : []));
  return {
    networks: new Set(names('networks')),
    volumes: new Set(sources('volumes')),
    secrets: new Set([...sources('secrets'), ...sources('secrets', builds)]),
    configs: new Set(sources('configs')),
    models: new Set(names('models')),
  };
}

function extensions(project: Project): Readonly<Record<string, Plain | undefined>> {
  return Object.fromEntries(
    project.topKeys
      .filter((key) => key.startsWith('x-'))
      .map((key) => {
        const value = project.top(key)?.value;
        return [key, value && normal(value, { shape: { any: true }, rule: nothingSpecial, path: [key] })];
      }),
  );
}
