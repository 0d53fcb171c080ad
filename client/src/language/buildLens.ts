import type { DockerfileOutline } from '../../../server/src/protocol/requests.ts';
import type { LastBuild } from '../commands/image/lastBuilds.ts';
import { formatAgo } from '../ui/elapsed.ts';

/** A line above a `FROM` that builds when it is clicked. */
export interface BuildLens {
  /** Counts from 0. */
  readonly line: number;
  readonly title: string;
  /** The stage to end with, by name or number; empty is the last one. */
  readonly stage: string;
}

export interface BuildLensOptions {
  readonly lastBuild: (stage: string) => LastBuild | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** One for each stage, with how its last build went. */
export function buildLenses({ stages }: DockerfileOutline, { lastBuild, now }: BuildLensOptions): BuildLens[] {
  return stages.map(({ name, line }, index) => {
    const last = index === stages.length - 1;
    const stage = last ? '' : (name ?? String(index));
    const what = last ? 'Build image' : `Build up to ${name ?? `stage ${String(index)}`}`;
    const build = lastBuild(stage);
    return { line, stage, title: build ? `${what} · ${outcome(build, now)}` : what };
  });
}

function outcome({ state, at }: LastBuild, now: number): string {
  return state === 'running' ? 'building…' : `${state} ${formatAgo(at, now)}`;
}
