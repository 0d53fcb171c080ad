import type { Network, Subnet } from '../model.ts';
import type { CreateNetworkOptions } from '../port/network.ts';
import { list, moment, record, text, textMap, type JsonRecord } from './read.ts';

/** What every engine has and refuses to remove; Podman's is `podman`. */
const builtIn: ReadonlySet<string> = new Set(['bridge', 'host', 'none', 'nat', 'podman']);

/** Translates one record of `GET /networks`; `undefined` when it has no id. */
export function toNetwork(item: JsonRecord): Network | undefined {
  const id = text(item['Id']);
  if (id === '') return undefined;
  const name = text(item['Name']);
  return {
    id,
    name: name || id.slice(0, 12),
    driver: text(item['Driver']),
    scope: text(item['Scope']),
    createdAt: moment(item['Created']) ?? 0,
    subnets: list(record(item['IPAM'])['Config'])
      .map(record)
      .map(toSubnet)
      .filter(({ subnet }) => subnet !== ''),
    internal: item['Internal'] === true,
    attachable: item['Attachable'] === true,
    ipv6: item['EnableIPv6'] === true,
    builtIn: builtIn.has(name) || item['Ingress'] === true,
    labels: textMap(item['Labels']),
    options: textMap(item['Options']),
  };
}

function toSubnet(item: JsonRecord): Subnet {
  const gateway = text(item['Gateway']);
  return { subnet: text(item['Subnet']), ...(gateway && { gateway }) };
}

/** The body of `POST /networks/create`. */
export function toNetworkBody(options: CreateNetworkOptions): JsonRecord {
  const { name, driver = 'bridge', subnets = [], internal = false, attachable = false, ipv6 = false } = options;
  const config = subnets.map(({ subnet, gateway, ipRange }) => ({
    Subnet: subnet,
    Gateway: gateway,
    IPRange: ipRange,
  }));
  return {
    Name: name,
    Driver: driver,
    // Engines before API 1.44 would make a second one of the same name.
    CheckDuplicate: true,
    Internal: internal,
    Attachable: attachable,
    EnableIPv6: ipv6,
    Options: options.options ?? {},
    Labels: options.labels ?? {},
    ...(config.length > 0 && { IPAM: { Config: config } }),
  };
}
