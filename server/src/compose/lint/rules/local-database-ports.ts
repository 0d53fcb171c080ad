import type { Port } from '../../project/read/ports.ts';
import { ports } from '../../project/read/ports.ts';
import { bindLocally } from '../bindLocally.ts';
import { projectRule } from '../projectRule.ts';

/** The ports on which databases and the like listen, most of which ask nobody for a password unless they are told to. */
const listeners: Readonly<Record<string, string>> = {
  1433: 'SQL Server',
  1521: 'Oracle',
  2181: 'ZooKeeper',
  2375: 'the Docker engine',
  2379: 'etcd',
  3306: 'MySQL',
  5432: 'PostgreSQL',
  5984: 'CouchDB',
  6379: 'Redis',
  7687: 'Neo4j',
  8086: 'InfluxDB',
  9042: 'Cassandra',
  9200: 'Elasticsearch',
  11211: 'Memcached',
  26257: 'CockroachDB',
  27017: 'MongoDB',
};

export const localDatabasePorts = projectRule({
  id: 'local-database-ports',
  summary: 'Publish databases on this machine only',
  rationale:
    'A port without an address is open on every network of this machine, and the engine’s rules go before those of most firewalls. Services of the project reach a database without any published port; for a tool on this machine, `127.0.0.1` is enough.',
  severity: 'info',
  codes: [],
  group: 'security',
  examples: {
    bad: ['services:\n  db:\n    image: postgres:17\n    ports: ["5432:5432"]\n'],
    good: [
      'services:\n  db:\n    image: postgres:17\n    ports: ["127.0.0.1:5432:5432"]\n  web:\n    image: nginx:1.27\n    ports: ["80:80"]\n',
    ],
  },
  *check(project) {
    for (const service of project.services.values())
      for (const port of ports(service)) {
        const name = listenerOf(port);
        if (name === undefined || !isOpen(port)) continue;
        const fix = bindLocally(port);
        yield {
          at: port.published ?? port.target ?? port.item,
          message: `Whoever can reach this machine can reach ${name}. Publish it on 127.0.0.1.`,
          ...(fix && { fix }),
        };
      }
  },
});

function listenerOf({ target }: Port): string | undefined {
  return target?.known === true && Object.hasOwn(listeners, target.text) ? listeners[target.text] : undefined;
}

function isOpen({ hostIp }: Port): boolean {
  return hostIp === undefined || ['', '0.0.0.0', '::'].includes(hostIp.text);
}
