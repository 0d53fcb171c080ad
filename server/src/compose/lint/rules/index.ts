import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { aliasTarget } from './alias-target.ts';
import { bindPathPrefix } from './bind-path-prefix.ts';
import { booleanWord } from './boolean-word.ts';
import { commandNeedsShell } from './command-needs-shell.ts';
import { commandQuotes } from './command-quotes.ts';
import { containerName } from './container-name.ts';
import { deprecatedKey } from './deprecated-key.ts';
import { deviceRequest } from './device-request.ts';
import { duplicateItem } from './duplicate-item.ts';
import { duplicateKey } from './duplicate-key.ts';
import { emptyFile } from './empty-file.ts';
import { excessiveAliasing } from './excessive-aliasing.ts';
import { externalAlone } from './external-alone.ts';
import { healthcheckTest } from './healthcheck-test.ts';
import { hostName } from './host-name.ts';
import { imageOrBuild } from './image-or-build.ts';
import { imageReference } from './image-reference.ts';
import { interpolationFormat } from './interpolation-format.ts';
import { invalidAddress } from './invalid-address.ts';
import { invalidDevice } from './invalid-device.ts';
import { invalidDuration } from './invalid-duration.ts';
import { invalidExtraHost } from './invalid-extra-host.ts';
import { invalidFileMode } from './invalid-file-mode.ts';
import { invalidName } from './invalid-name.ts';
import { invalidPort } from './invalid-port.ts';
import { invalidQuantity } from './invalid-quantity.ts';
import { invalidValue } from './invalid-value.ts';
import { invalidVolume } from './invalid-volume.ts';
import { listItemForm } from './list-item-form.ts';
import { mergeValue } from './merge-value.ts';
import { missingKey } from './missing-key.ts';
import { namespacedSysctls } from './namespaced-sysctls.ts';
import { noEffect } from './no-effect.ts';
import { oneDockerfile } from './one-dockerfile.ts';
import { oneSource } from './one-source.ts';
import { portablePath } from './portable-path.ts';
import { profileName } from './profile-name.ts';
import { quoteBooleans } from './quote-booleans.ts';
import { quotePorts } from './quote-ports.ts';
import { reservedLabel } from './reserved-label.ts';
import { resetTag } from './reset-tag.ts';
import { stringKeys } from './string-keys.ts';
import { tmpfsOptions } from './tmpfs-options.ts';
import { undefinedNetwork } from './undefined-network.ts';
import { unknownKey } from './unknown-key.ts';
import { unknownWord } from './unknown-word.ts';
import { valueRange } from './value-range.ts';
import { variableInKey } from './variable-in-key.ts';
import { variableName } from './variable-name.ts';
import { watchAction } from './watch-action.ts';
import { wrongType } from './wrong-type.ts';

/** Every rule for compose files. */
export const composeRules: readonly Rule<ComposeFile>[] = [
  aliasTarget,
  bindPathPrefix,
  booleanWord,
  commandNeedsShell,
  commandQuotes,
  containerName,
  deprecatedKey,
  deviceRequest,
  duplicateItem,
  duplicateKey,
  emptyFile,
  excessiveAliasing,
  externalAlone,
  healthcheckTest,
  hostName,
  imageOrBuild,
  imageReference,
  interpolationFormat,
  invalidAddress,
  invalidDevice,
  invalidDuration,
  invalidExtraHost,
  invalidFileMode,
  invalidName,
  invalidPort,
  invalidQuantity,
  invalidValue,
  invalidVolume,
  listItemForm,
  mergeValue,
  missingKey,
  namespacedSysctls,
  noEffect,
  oneDockerfile,
  oneSource,
  portablePath,
  profileName,
  quoteBooleans,
  quotePorts,
  reservedLabel,
  resetTag,
  stringKeys,
  tmpfsOptions,
  undefinedNetwork,
  unknownKey,
  unknownWord,
  valueRange,
  variableInKey,
  variableName,
  watchAction,
  wrongType,
];
