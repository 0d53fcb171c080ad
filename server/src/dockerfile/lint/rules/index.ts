import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { absoluteWorkdir } from './absolute-workdir.ts';
import { assignWithEquals } from './assign-with-equals.ts';
import { cleanAptLists } from './clean-apt-lists.ts';
import { consistentInstructionCasing } from './consistent-instruction-casing.ts';
import { copyIgnoredFile } from './copy-ignored-file.ts';
import { copyInsteadOfAdd } from './copy-instead-of-add.ts';
import { definitionDescription } from './definition-description.ts';
import { exposeContainerPort } from './expose-container-port.ts';
import { filledLabel } from './filled-label.ts';
import { jsonCommand } from './json-command.ts';
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
import { missingCopySource } from './missing-copy-source.ts';
import { noEmptyContinuation } from './no-empty-continuation.ts';
import { noInlineIgnore } from './no-inline-ignore.ts';
import { noRootUser } from './no-root-user.ts';
import { noSecretVariable } from './no-secret-variable.ts';
import { pinAptVersions } from './pin-apt-versions.ts';
import { pipefail } from './pipefail.ts';
import { requiredLabel } from './required-label.ts';
import { tagBaseImage } from './tag-base-image.ts';
import { undefinedVariable } from './undefined-variable.ts';
import { validLabelKey } from './valid-label-key.ts';
import { validPort } from './valid-port.ts';
import { workdirInsteadOfCd } from './workdir-instead-of-cd.ts';

/** Every rule for Dockerfiles; a file of this folder each. */
export const dockerfileRules: readonly Rule<DockerfileFile>[] = [
  absoluteWorkdir,
  assignWithEquals,
  cleanAptLists,
  consistentInstructionCasing,
  copyIgnoredFile,
  copyInsteadOfAdd,
  definitionDescription,
  exposeContainerPort,
  filledLabel,
  jsonCommand,
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
  missingCopySource,
  noEmptyContinuation,
  noInlineIgnore,
  noRootUser,
  noSecretVariable,
  pinAptVersions,
  pipefail,
  requiredLabel,
  tagBaseImage,
  undefinedVariable,
  validLabelKey,
  validPort,
  workdirInsteadOfCd,
];
