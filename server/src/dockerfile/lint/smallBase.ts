import { chain, type Stage } from '../model/stage.ts';

/** Whether a stage starts from Alpine or BusyBox: its programs are BusyBox's, with fewer options, and there is no bash. */
export function hasSmallBase(stage: Stage): boolean {
  return chain(stage).some(({ base }) => /(^|\/)(alpine|busybox)(:|@|$)|[:-]alpine/.test(base ?? ''));
}
