import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { absoluteCopyDestination } from './absolute-copy-destination.ts';
import { absoluteWorkdir } from './absolute-workdir.ts';
import { addInsteadOfTar } from './add-instead-of-tar.ts';
import { answerAptPrompts } from './answer-apt-prompts.ts';
import { answerDnfPrompts } from './answer-dnf-prompts.ts';
import { answerYumPrompts } from './answer-yum-prompts.ts';
import { answerZypperPrompts } from './answer-zypper-prompts.ts';
import { aptGetInsteadOfApt } from './apt-get-instead-of-apt.ts';
import { argumentInItsStage } from './argument-in-its-stage.ts';
import { asCasing } from './as-casing.ts';
import { assignWithEquals } from './assign-with-equals.ts';
import { cleanAptLists } from './clean-apt-lists.ts';
import { cleanDnfCache } from './clean-dnf-cache.ts';
import { cleanYarnCache } from './clean-yarn-cache.ts';
import { cleanYumCache } from './clean-yum-cache.ts';
import { cleanZypperCache } from './clean-zypper-cache.ts';
import { consistentInstructionCasing } from './consistent-instruction-casing.ts';
import { copyIgnoredFile } from './copy-ignored-file.ts';
import { copyInsteadOfAdd } from './copy-instead-of-add.ts';
import { currentDigest } from './current-digest.ts';
import { declaredFromArgument } from './declared-from-argument.ts';
import { definitionDescription } from './definition-description.ts';
import { dependenciesBeforeSources } from './dependencies-before-sources.ts';
import { exposeContainerPort } from './expose-container-port.ts';
import { filledLabel } from './filled-label.ts';
import { folderDestination } from './folder-destination.ts';
import { fromFirst } from './from-first.ts';
import { hasHealthcheck } from './has-healthcheck.ts';
import { imageWithoutBuildArguments } from './image-without-build-arguments.ts';
import { jsonCommand } from './json-command.ts';
import { knownCopySource } from './known-copy-source.ts';
import { knownLabel } from './known-label.ts';
import { labelCommit } from './label-commit.ts';
import { labelDate } from './label-date.ts';
import { labelEmail } from './label-email.ts';
import { labelInsteadOfMaintainer } from './label-instead-of-maintainer.ts';
import { labelLicense } from './label-license.ts';
import { labelUrl } from './label-url.ts';
import { labelVersion } from './label-version.ts';
import { lowercaseProtocol } from './lowercase-protocol.ts';
import { lowercaseStageName } from './lowercase-stage-name.ts';
import { mergeRuns } from './merge-runs.ts';
import { missingCopySource } from './missing-copy-source.ts';
import { mountCaches } from './mount-caches.ts';
import { noApkCache } from './no-apk-cache.ts';
import { noAptKey } from './no-apt-key.ts';
import { noAptRecommends } from './no-apt-recommends.ts';
import { noConstantPlatform } from './no-constant-platform.ts';
import { noCopyFromItself } from './no-copy-from-itself.ts';
import { noEmptyContinuation } from './no-empty-continuation.ts';
import { noInlineIgnore } from './no-inline-ignore.ts';
import { noLatestTag } from './no-latest-tag.ts';
import { noLoginRecords } from './no-login-records.ts';
import { noNestedInstruction } from './no-nested-instruction.ts';
import { noPipCache } from './no-pip-cache.ts';
import { noPipedScript } from './no-piped-script.ts';
import { noPointlessCommands } from './no-pointless-commands.ts';
import { noReferenceWithinEnv } from './no-reference-within-env.ts';
import { noReservedStageName } from './no-reserved-stage-name.ts';
import { noRootCopy } from './no-root-copy.ts';
import { noRootUser } from './no-root-user.ts';
import { noSecretValues } from './no-secret-values.ts';
import { noSecretVariable } from './no-secret-variable.ts';
import { noSudo } from './no-sudo.ts';
import { noSwallowedCommands } from './no-swallowed-commands.ts';
import { noTargetPlatform } from './no-target-platform.ts';
import { noWorldWritable } from './no-world-writable.ts';
import { noZypperDistUpgrade } from './no-zypper-dist-upgrade.ts';
import { nonRootImage } from './non-root-image.ts';
import { numericUser } from './numeric-user.ts';
import { oneDownloader } from './one-downloader.ts';
import { onePerStage } from './one-per-stage.ts';
import { pinApkVersions } from './pin-apk-versions.ts';
import { pinAptVersions } from './pin-apt-versions.ts';
import { pinDnfVersions } from './pin-dnf-versions.ts';
import { pinGemVersions } from './pin-gem-versions.ts';
import { pinGoVersions } from './pin-go-versions.ts';
import { pinImageDigest } from './pin-image-digest.ts';
import { pinNpmVersions } from './pin-npm-versions.ts';
import { pinPipVersions } from './pin-pip-versions.ts';
import { pinYumVersions } from './pin-yum-versions.ts';
import { pinZypperVersions } from './pin-zypper-versions.ts';
import { pipefail } from './pipefail.ts';
import { quietWget } from './quiet-wget.ts';
import { requiredLabel } from './required-label.ts';
import { shellInsteadOfLn } from './shell-instead-of-ln.ts';
import { tagBaseImage } from './tag-base-image.ts';
import { trustedRegistry } from './trusted-registry.ts';
import { undefinedVariable } from './undefined-variable.ts';
import { uniqueStageName } from './unique-stage-name.ts';
import { unusedArgument } from './unused-argument.ts';
import { unusedStage } from './unused-stage.ts';
import { validLabelKey } from './valid-label-key.ts';
import { validPort } from './valid-port.ts';
import { workdirInsteadOfCd } from './workdir-instead-of-cd.ts';

/** Every rule for Dockerfiles; a file of this folder each. */
export const dockerfileRules: readonly Rule<DockerfileFile>[] = [
  absoluteCopyDestination,
  absoluteWorkdir,
  addInsteadOfTar,
  answerAptPrompts,
  answerDnfPrompts,
  answerYumPrompts,
  answerZypperPrompts,
  aptGetInsteadOfApt,
  argumentInItsStage,
  asCasing,
  assignWithEquals,
  cleanAptLists,
  cleanDnfCache,
  cleanYarnCache,
  cleanYumCache,
  cleanZypperCache,
  consistentInstructionCasing,
  copyIgnoredFile,
  copyInsteadOfAdd,
  currentDigest,
  declaredFromArgument,
  definitionDescription,
  dependenciesBeforeSources,
  exposeContainerPort,
  filledLabel,
  folderDestination,
  fromFirst,
  hasHealthcheck,
  imageWithoutBuildArguments,
  jsonCommand,
  knownCopySource,
  knownLabel,
  labelCommit,
  labelDate,
  labelEmail,
  labelInsteadOfMaintainer,
  labelLicense,
  labelUrl,
  labelVersion,
  lowercaseProtocol,
  lowercaseStageName,
  mergeRuns,
  missingCopySource,
  mountCaches,
  noApkCache,
  noAptKey,
  noAptRecommends,
  noConstantPlatform,
  noCopyFromItself,
  noEmptyContinuation,
  noInlineIgnore,
  noLatestTag,
  noLoginRecords,
  noNestedInstruction,
  noPipCache,
  noPipedScript,
  noPointlessCommands,
  noReferenceWithinEnv,
  noReservedStageName,
  noRootCopy,
  noRootUser,
  noSecretValues,
  noSecretVariable,
  noSudo,
  noSwallowedCommands,
  noTargetPlatform,
  noWorldWritable,
  noZypperDistUpgrade,
  nonRootImage,
  numericUser,
  oneDownloader,
  onePerStage,
  pinApkVersions,
  pinAptVersions,
  pinDnfVersions,
  pinGemVersions,
  pinGoVersions,
  pinImageDigest,
  pinNpmVersions,
  pinPipVersions,
  pinYumVersions,
  pinZypperVersions,
  pipefail,
  quietWget,
  requiredLabel,
  shellInsteadOfLn,
  tagBaseImage,
  trustedRegistry,
  undefinedVariable,
  uniqueStageName,
  unusedArgument,
  unusedStage,
  validLabelKey,
  validPort,
  workdirInsteadOfCd,
];
