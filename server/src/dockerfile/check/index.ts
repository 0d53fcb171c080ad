import { emptyRun, emptyVolume, missingArguments, restOfLine } from './argumentCount.ts';
import { checkArg, checkAssignments } from './assignments.ts';
import { checkCopy } from './copy.ts';
import { checkDirectives } from './directives.ts';
import { checkExpansion } from './expansion.ts';
import { checkFlags } from './flags.ts';
import { fromForm, fromReference, stageName } from './from.ts';
import { checkHealthcheck } from './healthcheck.ts';
import { checkHeredocs } from './heredoc.ts';
import type { instructions } from './instruction.ts';
import { checkShell, jsonStrings } from './json.ts';
import type { FileCheck, StepCheck } from './mistake.ts';
import { checkMounts } from './mounts.ts';
import { checkOnbuild } from './onbuild.ts';
import { checkPlatform } from './platform.ts';
import { checkExpose } from './ports.ts';
import { checkRunFlags } from './runFlags.ts';
import { stageGraph } from './stageGraph.ts';
import { checkStages } from './stages.ts';
import { checkStopSignal } from './stopSignal.ts';

/** What is looked at once in a file. */
export const fileChecks: readonly FileCheck[] = [checkDirectives, checkStages, stageGraph];

/** What is looked at in each instruction, in this order, until something is found. `ARG` and `STOPSIGNAL` pass over flags, as BuildKit does. */
export const stepChecks: Readonly<Record<(typeof instructions)[number], readonly StepCheck[]>> = {
  ADD: [checkFlags, jsonStrings, checkCopy, checkHeredocs, checkExpansion],
  ARG: [missingArguments, checkArg, checkExpansion],
  CMD: [checkFlags, missingArguments, jsonStrings],
  COPY: [checkFlags, jsonStrings, checkCopy, checkHeredocs, checkExpansion],
  ENTRYPOINT: [checkFlags, missingArguments, jsonStrings],
  ENV: [checkFlags, missingArguments, checkAssignments, checkExpansion],
  EXPOSE: [checkFlags, missingArguments, checkExpose, checkExpansion],
  FROM: [checkFlags, fromForm, stageName, fromReference, checkPlatform, checkExpansion],
  HEALTHCHECK: [checkFlags, missingArguments, jsonStrings, checkHealthcheck],
  LABEL: [checkFlags, missingArguments, checkAssignments, checkExpansion],
  MAINTAINER: [checkFlags, missingArguments],
  ONBUILD: [checkFlags, missingArguments, checkOnbuild],
  RUN: [checkFlags, missingArguments, jsonStrings, emptyRun, checkMounts, checkRunFlags, checkHeredocs, checkExpansion],
  SHELL: [checkFlags, missingArguments, jsonStrings, checkShell],
  STOPSIGNAL: [missingArguments, checkStopSignal, checkExpansion],
  USER: [checkFlags, missingArguments, checkExpansion, restOfLine],
  VOLUME: [checkFlags, missingArguments, jsonStrings, emptyVolume, checkExpansion],
  WORKDIR: [checkFlags, missingArguments, checkExpansion, restOfLine],
};
