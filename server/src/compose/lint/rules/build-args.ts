import { closest } from '../../../lint/closest.ts';
import { type BuiltFrom, builtFrom } from '../builtFrom.ts';
import type { Found } from '../found.ts';
import { projectRule } from '../projectRule.ts';

export const buildArgs = projectRule({
  id: 'build-args',
  summary: 'Give a build the arguments that its Dockerfile declares',
  rationale:
    'An argument that no `ARG` of the Dockerfile declares is given in vain. One that is declared without a default, and used, is empty when `args` does not give it; where the Dockerfile asks whether it is empty, or has a default where it uses it, nothing is said. Proxies, `BUILDKIT_…` and the platform come by themselves.',
  severity: 'warning',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    build:\n      context: .\n      args:\n        VERSON: "1"\n',
      'services:\n  web:\n    build: .\n',
    ],
    good: [
      'services:\n  web:\n    build:\n      context: .\n      args:\n        VERSION: "1"\n        HTTP_PROXY: http://proxy.example.com\n',
    ],
    around: { Dockerfile: 'FROM alpine:3.20\nARG VERSION\nRUN wget https://example.com/app-$VERSION.tgz\n' },
  },
  *check(project, file) {
    for (const service of project.services.values()) {
      const built = builtFrom(service, file);
      if (!built) continue;
      yield* undeclared(built);
      if (service.complete) yield* notGiven(built);
    }
  },
});

function* undeclared({ build, outline }: BuiltFrom): Iterable<Found> {
  const names = new Set(outline.args.map(({ name }) => name));
  for (const { key, at, item } of build.args) {
    if (names.has(key) || isGivenAnyway(key)) continue;
    const meant = closest(key, [...names]);
    yield {
      at: item.kind === 'scalar' && !item.known ? item : at,
      message: `The Dockerfile declares no argument \`${key}\`${meant === undefined ? ', so it counts for nothing.' : `. Did you mean \`${meant}\`?`}`,
      ...(meant !== undefined && {
        fix: { title: `Change to ${meant}`, edits: [{ at, text: meant }], safe: false },
      }),
    };
  }
}

function* notGiven({ build, outline, stages, contextAt }: BuiltFrom): Iterable<Found> {
  const given = new Set(build.args.map(({ key }) => key));
  const indexes = new Set<number | undefined>([undefined, ...stages.map((stage) => outline.stages.indexOf(stage))]);
  const missing = outline.args.filter(
    ({ name, required, stage }) => required === true && indexes.has(stage) && !given.has(name),
  );
  const names = [...new Set(missing.map(({ name }) => `\`${name}\``))];
  if (names.length === 0) return;
  yield {
    at: contextAt,
    severity: 'info',
    message: `The Dockerfile uses ${names.join(', ')} and has no default for ${names.length === 1 ? 'it' : 'them'}. Give ${names.length === 1 ? 'it' : 'them'} in \`args\`.`,
  };
}

/** What builders take without an `ARG`. */
function isGivenAnyway(name: string): boolean {
  return /^(?:(?:https?|ftp|no|all)_proxy|source_date_epoch|buildkit_\w+)$/i.test(name);
}
