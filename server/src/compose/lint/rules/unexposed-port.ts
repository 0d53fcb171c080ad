import { ports } from '../../project/read/ports.ts';
import { builtFrom } from '../builtFrom.ts';
import { projectRule } from '../projectRule.ts';

export const unexposedPort = projectRule({
  id: 'unexposed-port',
  summary: 'Publish ports that the image listens on',
  rationale:
    'Of an image that is built here, `EXPOSE` in its Dockerfile tells on which ports it listens. A published port that is not among them is often a mistake, or `EXPOSE` is out of date. Nothing is said of a Dockerfile without an `EXPOSE`: its base image may listen.',
  severity: 'style',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    build: .\n    ports: ["8080:8080"]\n'],
    good: ['services:\n  web:\n    build: .\n    ports: ["8080:3000"]\n'],
    around: { Dockerfile: 'FROM node:22\nEXPOSE 3000\n' },
  },
  *check(project, file) {
    for (const service of project.services.values()) {
      const published = ports(service);
      const built = published.length > 0 ? builtFrom(service, file) : undefined;
      const exposed = built?.stages.flatMap((stage) => stage.ports ?? []) ?? [];
      const ranges = exposed.map(rangeOf);
      if (ranges.length === 0 || ranges.includes(undefined)) continue;
      for (const { target, protocol } of published) {
        if (target?.known !== true || !/^\d+$/.test(target.text)) continue;
        const [port, kind] = [Number(target.text), protocol?.text.toLowerCase() ?? 'tcp'];
        if (ranges.some((range) => range?.protocol === kind && range.from <= port && port <= range.to)) continue;
        yield {
          at: target,
          message: `The Dockerfile exposes ${exposed.join(', ')}, not ${target.text}${kind === 'tcp' ? '' : `/${kind}`}.`,
        };
      }
    }
  },
});

/** `80`, `80-90/udp`; `undefined` for what holds a variable. */
function rangeOf(text: string): { readonly from: number; readonly to: number; readonly protocol: string } | undefined {
  const [, from, to, protocol = 'tcp'] = /^(?:.*:)?(\d+)(?:-(\d+))?(?:\/(\w+))?$/.exec(text) ?? [];
  return from === undefined
    ? undefined
    : { from: Number(from), to: Number(to ?? from), protocol: protocol.toLowerCase() };
}
