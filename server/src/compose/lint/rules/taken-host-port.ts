import { bindingsOf, collide } from '../bindings.ts';
import { projectRule } from '../projectRule.ts';

export const takenHostPort = projectRule({
  id: 'taken-host-port',
  summary: 'Publish ports of this machine that are free',
  rationale:
    'A container of another project, or of none, has this port now: while it runs, this service does not start. Looked at only while the editor is connected to an engine, and for that engine.',
  severity: 'info',
  codes: [],
  examples: {
    bad: ['name: shop\nservices:\n  web:\n    image: nginx:1.27\n    ports: ["8080:80"]\n'],
    good: ['name: blog\nservices:\n  web:\n    image: nginx:1.27\n    ports: ["8080:80", "8081:81"]\n'],
    engine: {
      volumes: [],
      networks: [],
      taken: [{ port: 8080, protocol: 'tcp', hostIp: '0.0.0.0', container: 'blog-web-1', project: 'blog' }],
    },
  },
  *check(project, { engine }) {
    const others = engine?.taken.filter((taken) => taken.project !== project.name) ?? [];
    if (others.length === 0) return;
    for (const binding of bindingsOf(project)) {
      const other = others.find(({ port, protocol, hostIp }) =>
        collide(binding, { ip: hostIp, protocol, from: port, to: port, any: false }),
      );
      if (!other) continue;
      const whose = other.project === '' ? '' : ` of the project \`${other.project}\``;
      yield {
        at: binding.at,
        message: `The container \`${other.container}\`${whose} has port ${other.port} of this machine now.`,
      };
    }
  },
});
