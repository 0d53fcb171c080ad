import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { absoluteWorkdir } from './absolute-workdir.ts';
import { addInsteadOfTar } from './add-instead-of-tar.ts';
import { cleanAptLists } from './clean-apt-lists.ts';
import { cleanYarnCache } from './clean-yarn-cache.ts';
import { copyInsteadOfAdd } from './copy-instead-of-add.ts';
import { jsonCommand } from './json-command.ts';
import { labelInsteadOfMaintainer } from './label-instead-of-maintainer.ts';
import { lowercaseStageName } from './lowercase-stage-name.ts';
import { mergeRuns } from './merge-runs.ts';
import { mountCaches } from './mount-caches.ts';
import { noAptKey } from './no-apt-key.ts';
import { noLoginRecords } from './no-login-records.ts';
import { noNestedInstruction } from './no-nested-instruction.ts';
import { noPipCache } from './no-pip-cache.ts';
import { noPipedScript } from './no-piped-script.ts';
import { noPointlessCommands } from './no-pointless-commands.ts';
import { noRootUser } from './no-root-user.ts';
import { noSecretValues } from './no-secret-values.ts';
import { noSudo } from './no-sudo.ts';
import { noSwallowedCommands } from './no-swallowed-commands.ts';
import { noWorldWritable } from './no-world-writable.ts';
import { oneDownloader } from './one-downloader.ts';
import { pinAptVersions } from './pin-apt-versions.ts';
import { pinGemVersions } from './pin-gem-versions.ts';
import { pinGoVersions } from './pin-go-versions.ts';
import { pinNpmVersions } from './pin-npm-versions.ts';
import { pinPipVersions } from './pin-pip-versions.ts';
import { pipefail } from './pipefail.ts';
import { quietWget } from './quiet-wget.ts';
import { shellInsteadOfLn } from './shell-instead-of-ln.ts';
import { tagBaseImage } from './tag-base-image.ts';
import { undefinedVariable } from './undefined-variable.ts';
import { workdirInsteadOfCd } from './workdir-instead-of-cd.ts';

/** Every rule for Dockerfiles; a file of this folder each. */
export const dockerfileRules: readonly Rule<DockerfileFile>[] = [
  absoluteWorkdir,
  addInsteadOfTar,
  cleanAptLists,
  cleanYarnCache,
  copyInsteadOfAdd,
  jsonCommand,
  labelInsteadOfMaintainer,
  lowercaseStageName,
  mergeRuns,
  mountCaches,
  noAptKey,
  noLoginRecords,
  noNestedInstruction,
  noPipCache,
  noPipedScript,
  noPointlessCommands,
  noRootUser,
  noSecretValues,
  noSudo,
  noSwallowedCommands,
  noWorldWritable,
  oneDownloader,
  pinAptVersions,
  pinGemVersions,
  pinGoVersions,
  pinNpmVersions,
  pinPipVersions,
  pipefail,
  quietWget,
  shellInsteadOfLn,
  tagBaseImage,
  undefinedVariable,
  workdirInsteadOfCd,
];
