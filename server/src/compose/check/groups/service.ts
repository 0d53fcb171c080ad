import { type Report, underline } from '../report.ts';
import { hasVariables } from '../variables.ts';
import { atKey, type View } from './view.ts';

/** What a provider still looks at. */
const besideProvider = new Set([
  'provider',
  'depends_on',
  'profiles',
  'scale',
  'extends',
  'labels',
  'annotations',
  'environment',
  'models',
]);

/** Keys of a service that rule each other out. */
export function* checkService(view: View): Iterable<Report> {
  if (view.get('provider'))
    for (const name of view.names) {
      const found = view.get(name);
      if (found && !besideProvider.has(name) && !name.startsWith('x-'))
        yield atKey(found, 'no-effect', `\`${name}\` has no effect on a service that a provider runs.`);
    }
}

/** `services.*.deploy` */
export function* checkDeploy(view: View): Iterable<Report> {
  const replicas = view.get('replicas');
  if (replicas && (view.text('mode') ?? '').startsWith('global'))
    yield atKey(
      replicas,
      'no-effect',
      '`replicas` has no effect with `mode: global`, which runs one container on each node.',
    );
}

/** `services.*.build` */
export function* checkBuild(view: View): Iterable<Report> {
  const inline = view.get('dockerfile_inline');
  if (inline && view.get('dockerfile'))
    yield atKey(inline, 'one-dockerfile', 'Only one of `dockerfile` and `dockerfile_inline` can stand here.');
}

/** `services.*.healthcheck` */
export function* checkHealthcheck(view: View): Iterable<Report> {
  const test = view.get('test')?.value;
  const first = test?.kind === 'sequence' ? test.items[0] : undefined;
  const word = first && view.anchors.resolve(first);
  if (word?.kind !== 'scalar' || hasVariables(word) || ['CMD', 'CMD-SHELL', 'NONE'].includes(word.text)) return;
  const at = underline(word);
  yield {
    rule: 'healthcheck-test',
    at,
    message: 'The list must begin with `CMD`, `CMD-SHELL` or `NONE`.',
    ...(test?.kind === 'sequence' &&
      test.flow && {
        fix: { title: 'Begin it with CMD', edits: [{ at: { ...at, to: at.from }, text: '"CMD", ' }], safe: false },
      }),
  };
}

/** Device reservations and `gpus` (transform/devices.go). */
export function* checkDeviceRequest(view: View): Iterable<Report> {
  const ids = view.get('device_ids');
  if (ids && view.get('count'))
    yield atKey(ids, 'device-request', 'Only one of `count` and `device_ids` can stand here.');
}

/** `soft` and `hard` of a limit. */
export function* checkLimit(view: View): Iterable<Report> {
  const soft = Number(view.text('soft'));
  const hard = Number(view.text('hard'));
  const found = view.get('soft');
  if (found && hard >= 0 && (soft > hard || soft === -1))
    yield { rule: 'value-range', at: underline(found.value), message: '`soft` cannot be more than `hard`.' };
}
