import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { absoluteCopyDestination } from './absolute-copy-destination.ts';
import { absoluteWorkdir } from './absolute-workdir.ts';
import { argumentInItsStage } from './argument-in-its-stage.ts';
import { asCasing } from './as-casing.ts';
import { cleanAptLists } from './clean-apt-lists.ts';
import { copyInsteadOfAdd } from './copy-instead-of-add.ts';
import { declaredFromArgument } from './declared-from-argument.ts';
import { dependenciesBeforeSources } from './dependencies-before-sources.ts';
import { folderDestination } from './folder-destination.ts';
import { fromFirst } from './from-first.ts';
import { hasHealthcheck } from './has-healthcheck.ts';
import { imageWithoutBuildArguments } from './image-without-build-arguments.ts';
import { jsonCommand } from './json-command.ts';
import { knownCopySource } from './known-copy-source.ts';
import { labelInsteadOfMaintainer } from './label-instead-of-maintainer.ts';
import { lowercaseStageName } from './lowercase-stage-name.ts';
import { noConstantPlatform } from './no-constant-platform.ts';
import { noCopyFromItself } from './no-copy-from-itself.ts';
import { noLatestTag } from './no-latest-tag.ts';
import { noReferenceWithinEnv } from './no-reference-within-env.ts';
import { noReservedStageName } from './no-reserved-stage-name.ts';
import { noRootCopy } from './no-root-copy.ts';
import { noRootUser } from './no-root-user.ts';
import { noTargetPlatform } from './no-target-platform.ts';
import { nonRootImage } from './non-root-image.ts';
import { numericUser } from './numeric-user.ts';
import { onePerStage } from './one-per-stage.ts';
import { pinAptVersions } from './pin-apt-versions.ts';
import { pinImageDigest } from './pin-image-digest.ts';
import { pipefail } from './pipefail.ts';
import { tagBaseImage } from './tag-base-image.ts';
import { trustedRegistry } from './trusted-registry.ts';
import { undefinedVariable } from './undefined-variable.ts';
import { uniqueStageName } from './unique-stage-name.ts';
import { unusedArgument } from './unused-argument.ts';
import { unusedStage } from './unused-stage.ts';
import { workdirInsteadOfCd } from './workdir-instead-of-cd.ts';

/** Every rule for Dockerfiles; a file of this folder each. */
export const dockerfileRules: readonly Rule<DockerfileFile>[] = [
  absoluteCopyDestination,
  absoluteWorkdir,
  argumentInItsStage,
  asCasing,
  cleanAptLists,
  copyInsteadOfAdd,
  declaredFromArgument,
  dependenciesBeforeSources,
  folderDestination,
  fromFirst,
  hasHealthcheck,
  imageWithoutBuildArguments,
  jsonCommand,
  knownCopySource,
  labelInsteadOfMaintainer,
  lowercaseStageName,
  noConstantPlatform,
  noCopyFromItself,
  noLatestTag,
  noReferenceWithinEnv,
  noReservedStageName,
  noRootCopy,
  noRootUser,
  noTargetPlatform,
  nonRootImage,
  numericUser,
  onePerStage,
  pinAptVersions,
  pinImageDigest,
  pipefail,
  tagBaseImage,
  trustedRegistry,
  undefinedVariable,
  uniqueStageName,
  unusedArgument,
  unusedStage,
  workdirInsteadOfCd,
];
