import { shapeAt } from '../build.ts';
import { hostItems } from '../forms.ts';
import { ruleAt, serviceRules } from '../mergeRules.ts';
import type { Value } from '../model.ts';
import { impliedDependencies } from '../read/names.ts';
import type { Service } from '../service.ts';
import { environmentOf, labelsOf, type NormalOptions } from './environment.ts';
import { mountsOf } from './mounts.ts';
import { compact, isPlainMapping, type Plain, type PlainMapping } from './plain.ts';
import { portsOf } from './ports.ts';
import { normal, serviceShape } from './value.ts';

/** A service as compose hands it on: long forms, absolute paths, defaults, and what its env files say. */
export function normalService(service: Service, options: NormalOptions): PlainMapping {
  const { value } = service;
  const own: Record<string, Plain | undefined> = {};
  for (const { key, value: each } of value.entries)
    own[key] = normal(each, { shape: shapeAt(serviceShape, key), rule: ruleAt(serviceRules, key), path: [key] });
  const sorted = Object.fromEntries(Object.entries(own).sort(([a], [b]) => (a < b ? -1 : 1)));
  return compact(
    {
      ...sorted,
      ...(value.has('build') && { build: buildOf(own['build'], value.origin.folder, options) }),
      depends_on: dependenciesOf(service, own['depends_on']),
      environment: environmentOf(service, options),
      dns: texts(own['dns']),
      env_file: undefined,
      extends: undefined,
      ...(value.has('extra_hosts') && { extra_hosts: hostsOf(value.get('extra_hosts')) }),
      label_file: undefined,
      labels: labelsOf(service, options),
      networks: networksOf(service, own['networks']),
      gpus: requestsOf(own['gpus']),
      ports: portsOf(service),
      pre_start: hooksOf(own['pre_start'], own['image']),
      pull_policy: own['pull_policy'] === 'if_not_present' ? 'missing' : own['pull_policy'],
      volumes: mountsOf(service),
    },
    ['init', 'attach', 'scale', 'command', 'entrypoint'].filter((key) => own[key] !== null),
  );
}

/** With its defaults; a context that nobody names is the folder of the service's own file. */
function buildOf(build: Plain | undefined, folder: string, { environment }: NormalOptions): Plain | undefined {
  if (!isPlainMapping(build)) return build;
  const { args, additional_contexts: contexts } = build;
  const known = isPlainMapping(args)
    ? Object.fromEntries(
        Object.entries(args).flatMap(([key, each]): [string, Plain][] => {
          const found = each ?? environment.get(key)?.value;
          return found === undefined ? [] : [[key, found]];
        }),
      )
    : args;
  return compact({
    context: folder === '' ? '.' : folder,
    ...(build['dockerfile_inline'] === undefined && { dockerfile: 'Dockerfile' }),
    ...build,
    ...(args !== undefined && { args: isPlainMapping(known) && Object.keys(known).length === 0 ? [] : known }),
    ...(isPlainMapping(contexts) && { additional_contexts: contexts }),
  });
}

/** Without those that say nothing. */
function texts(list: Plain | undefined): Plain | undefined {
  return Array.isArray(list) ? (list as Plain[]).filter((text) => text !== '') : list;
}

/** A request for devices without a number or names asks for all of them. */
function requestsOf(list: Plain | undefined): Plain | undefined {
  if (!Array.isArray(list)) return list;
  return (list as Plain[]).map((each) =>
    isPlainMapping(each) && each['count'] === undefined && each['device_ids'] === undefined
      ? Object.assign({ count: -1 }, each)
      : each,
  );
}

/** What runs before the service runs in its image, unless it says another. */
function hooksOf(list: Plain | undefined, image: Plain | undefined): Plain | undefined {
  if (!Array.isArray(list) || image === undefined) return list;
  return (list as Plain[]).map((each) => (isPlainMapping(each) ? Object.assign({ image }, each) : each));
}

/** What `depends_on` says, and what other keys imply. */
function dependenciesOf(service: Service, written: Plain | undefined): Plain | undefined {
  const all: Record<string, Plain> = {};
  for (const [name, value] of Object.entries(isPlainMapping(written) ? written : {}))
    all[name] = compact({ condition: 'service_started', required: true, ...(isPlainMapping(value) && value) }, [
      'required',
    ]);
  for (const { key, name } of impliedDependencies(service))
    all[name.text] ??= compact({ condition: 'service_started', restart: key !== 'volumes_from', required: true });
  return Object.keys(all).length === 0 ? undefined : all;
}

function networksOf({ value }: Service, written: Plain | undefined): Plain | undefined {
  if (value.has('provider') || value.has('network_mode')) return written;
  return isPlainMapping(written) && Object.keys(written).length > 0 ? written : { default: null };
}

function hostsOf(value: Value | undefined): Plain | undefined {
  const hosts =
    value && hostItems(value).map((item) => (item.kind === 'scalar' ? item.text.replace(/^([^=:]+):\s*/, '$1=') : ''));
  // By name; the addresses of one name stay in their order.
  return hosts?.sort((a, b) => (hostName(a) < hostName(b) ? -1 : hostName(a) > hostName(b) ? 1 : 0));
}

function hostName(host: string): string {
  return host.slice(0, Math.max(host.indexOf('='), 0));
}
