import { type Report, underline } from '../report.ts';
import { atKey, type View } from './view.ts';

/** A volume in its long form. */
export function* checkMount(view: View): Iterable<Report> {
  const type = view.text('type');
  if (type === undefined) return;
  const source = view.get('source');
  if (type === 'bind' && (!source || (source.value.kind === 'scalar' && source.value.text === '')))
    yield {
      rule: 'invalid-volume',
      at: source ? underline(source.value) : view.at,
      message: 'A bind mount needs a `source`: the path on the host.',
    };
  if (type === 'tmpfs' && source)
    yield { ...atKey(source, 'invalid-volume', 'A tmpfs has no `source`.'), severity: 'warning' };
  const target = view.text('target');
  const found = view.get('target');
  if (found && target !== undefined && !/^(?:\/|\\|[a-z]:)/i.test(target))
    yield {
      rule: 'invalid-volume',
      at: underline(found.value),
      severity: 'warning',
      message: 'The path in the container must be absolute: begin it with `/`.',
    };
  for (const name of ['bind', 'volume', 'tmpfs', 'image']) {
    const options = name === type ? undefined : view.get(name);
    if (options) yield atKey(options, 'no-effect', `\`${name}\` has no effect on a mount of the type \`${type}\`.`);
  }
}

/** What `docker compose watch` does with a path. */
export function* checkWatch(view: View): Iterable<Report> {
  const path = view.get('path');
  if (path && view.text('path')?.trim() === '')
    yield { rule: 'watch-action', at: underline(path.value), message: '`path` is empty.' };
  const action = view.text('action');
  if (action === undefined) return;
  const syncs = action.startsWith('sync');
  const needs = (name: string): Report => ({
    rule: 'watch-action',
    at: view.at,
    message: `\`action: ${action}\` needs the key \`${name}\`.`,
  });
  if (syncs && !view.get('target')) yield needs('target');
  if (action === 'sync+exec' && !view.get('exec')) yield { ...needs('exec'), severity: 'warning' };
  const only: readonly (readonly [string, boolean, string])[] = [
    ['target', syncs, 'an action that synchronizes'],
    ['initial_sync', syncs, 'an action that synchronizes'],
    ['exec', action === 'sync+exec', '`action: sync+exec`'],
  ];
  for (const [name, fine, owner] of only) {
    const found = view.get(name);
    if (found && !fine)
      yield { ...atKey(found, 'watch-action', `\`${name}\` has an effect only with ${owner}.`), severity: 'warning' };
  }
}
