import type { Command } from '../command.ts';
import { filterLog } from './filter.ts';
import { changeLogOptions, showLogsWith } from './options.ts';
import { pauseLog, resumeLog } from './pause.ts';
import { saveLog } from './save.ts';

/** What is done with a log that a document shows. */
export const logCommands: readonly Command[] = [
  filterLog,
  pauseLog,
  resumeLog,
  saveLog,
  changeLogOptions,
  showLogsWith,
];
