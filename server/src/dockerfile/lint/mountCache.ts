import type { Fix } from '../../lint/rule.ts';
import type { Step } from '../model/step.ts';
import type { DockerfileFile } from './file.ts';
import { keepsOutOfLayer } from './keepsOutOfLayer.ts';

/** The caches of package managers that do not expect a second one at work there: builds take turns. */
const exclusive = /^\/var\/(cache|lib)\/(apk|apt|dnf|libdnf5|yum|zypp)(\/|$)/;

/**
 * The fix that mounts a cache on those folders of a `RUN` that have none yet: what is in them is then in no layer, and
 * still there in the next build. Not safe: the folders are hidden from the image.
 * @see https://docs.docker.com/reference/dockerfile/#run---mounttypecache
 */
export function mountCache(
  file: DockerfileFile,
  { step, folders }: { readonly step: Step; readonly folders: readonly string[] },
): Fix {
  const at = step.argument.start;
  const lead = /[^\n]*$/.exec(file.source.text.slice(step.start, at))?.[0] ?? '';
  // Where the command stands on a line of its own, so does each mount.
  const gap = lead.trim() === '' ? ` ${step.escape}${file.eol}${lead}` : ' ';
  const missing = folders.filter((folder) => !keepsOutOfLayer(step, folder));
  const mounts = missing.map(
    (folder) => `--mount=type=cache,target=${folder}${exclusive.test(folder) ? ',sharing=locked' : ''}${gap}`,
  );
  return {
    title: `Mount a cache on ${missing.join(' and ')}`,
    edits: [{ range: file.range({ start: at, end: at }), newText: mounts.join('') }],
    safe: false,
  };
}
