import type { CreateNetworkOptions, Network, Subnet } from '../port/network.ts';
import { list, record, text, textMap, type JsonRecord } from './read.ts';

/** Translates one record of `GET /networks`; `undefined` when it has no id. */
export function toNetwork(item: JsonRecord): Network | undefined {
  const id = text(item['Id']);
  if (id === '') return undefined;
  const createdAt = Date.parse(text(item['Created']));
  return {
    id,
    name: text(item['Name']),
    driver: text(item['Driver']),
    scope: text(item['Scope']),
    internal: item['Internal'] === true,
    attachable: item['Attachable'] === true,
    subnets: list(record(item['IPAM'])['Config'])
      .map((subnet) => toSubnet(record(subnet)))
      .filter(({ subnet }) => subnet !== ''),
    labels: textMap(item['Labels']),
    options: textMap(item['Options']),
    ...(createdAt > 0 && { createdAt }),
  };
}

function toSubnet(item: JsonRecord): Subnet {
  const [gateway, ipRange] = [text(item['Gateway']), text(item['IPRange'])];
  return { subnet: text(item['Subnet']), ...(gateway && { gateway }), ...(ipRange && { ipRange }) };
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
