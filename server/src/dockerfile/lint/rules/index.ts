import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { absoluteWorkdir } from './absolute-workdir.ts';
import { answerAptPrompts } from './answer-apt-prompts.ts';
import { answerDnfPrompts } from './answer-dnf-prompts.ts';
import { answerYumPrompts } from './answer-yum-prompts.ts';
import { answerZypperPrompts } from './answer-zypper-prompts.ts';
import { aptGetInsteadOfApt } from './apt-get-instead-of-apt.ts';
import { cleanAptLists } from './clean-apt-lists.ts';
import { cleanDnfCache } from './clean-dnf-cache.ts';
import { cleanYumCache } from './clean-yum-cache.ts';
import { cleanZypperCache } from './clean-zypper-cache.ts';
import { copyInsteadOfAdd } from './copy-instead-of-add.ts';
import { jsonCommand } from './json-command.ts';
import { labelInsteadOfMaintainer } from './label-instead-of-maintainer.ts';
import { lowercaseStageName } from './lowercase-stage-name.ts';
import { noApkCache } from './no-apk-cache.ts';
import { noAptRecommends } from './no-apt-recommends.ts';
import { noRootUser } from './no-root-user.ts';
import { noZypperDistUpgrade } from './no-zypper-dist-upgrade.ts';
import { pinApkVersions } from './pin-apk-versions.ts';
import { pinAptVersions } from './pin-apt-versions.ts';
import { pinDnfVersions } from './pin-dnf-versions.ts';
import { pinYumVersions } from './pin-yum-versions.ts';
import { pinZypperVersions } from './pin-zypper-versions.ts';
import { pipefail } from './pipefail.ts';
import { tagBaseImage } from './tag-base-image.ts';
import { undefinedVariable } from './undefined-variable.ts';
import { workdirInsteadOfCd } from './workdir-instead-of-cd.ts';

/** Every rule for Dockerfiles; a file of this folder each. */
export const dockerfileRules: readonly Rule<DockerfileFile>[] = [
  absoluteWorkdir,
  answerAptPrompts,
  answerDnfPrompts,
  answerYumPrompts,
  answerZypperPrompts,
  aptGetInsteadOfApt,
  cleanAptLists,
  cleanDnfCache,
  cleanYumCache,
  cleanZypperCache,
  copyInsteadOfAdd,
  jsonCommand,
  labelInsteadOfMaintainer,
  lowercaseStageName,
  noApkCache,
  noAptRecommends,
  noRootUser,
  noZypperDistUpgrade,
  pinApkVersions,
  pinAptVersions,
  pinDnfVersions,
  pinYumVersions,
  pinZypperVersions,
  pipefail,
  tagBaseImage,
  undefinedVariable,
  workdirInsteadOfCd,
];
