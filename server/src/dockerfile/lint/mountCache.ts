import type { Fix } from '../../lint/rule.ts';
import type { Step } from '../model/step.ts';
import type { DockerfileFile } from './file.ts';

/** Gives a `RUN` cache mounts for folders. It needs BuildKit and a writable cache there, so it is never safe. */
export function mountCache(file: DockerfileFile, step: Step, folders: readonly string[]): Fix {
  const { end } = step.keyword;
  // apt and dnf lock their folders: two builds may not use them at a time.
  const mounts = folders.map((folder) => {
    const locked = /^\/var\/(cache|lib)\/(apt|dnf|yum|zypp)/.test(folder);
    return ` --mount=type=cache,target=${folder}${locked ? ',sharing=locked' : ''}`;
  });
  return {
    title: `Mount a cache on ${folders.join(' and ')}`,
    edits: [{ range: file.range({ start: end, end }), newText: mounts.join('') }],
    safe: false,
  };
}
