import type { Command } from '../command.ts';
import { backUpVolume } from './backup.ts';
import { cloneVolume } from './clone.ts';
import { copyVolumeName } from './copyName.ts';
import { createVolume } from './create.ts';
import { createVolumeFromTar } from './createFromTar.ts';
import { inspectVolume } from './inspect.ts';
import { removeVolume } from './remove.ts';
import { restoreVolume } from './restore.ts';

/** What is done with volumes. */
export const volumeCommands: readonly Command[] = [
  backUpVolume,
  cloneVolume,
  copyVolumeName,
  createVolume,
  createVolumeFromTar,
  inspectVolume,
  removeVolume,
  restoreVolume,
];
