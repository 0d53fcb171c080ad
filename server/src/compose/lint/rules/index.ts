import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { aliasTarget } from './alias-target.ts';
import { ambiguousFile } from './ambiguous-file.ts';
import { deprecatedKey } from './deprecated-key.ts';
import { duplicateItem } from './duplicate-item.ts';
import { duplicateKey } from './duplicate-key.ts';
import { emptyFile } from './empty-file.ts';
import { envFile } from './env-file.ts';
import { excessiveAliasing } from './excessive-aliasing.ts';
import { extendsCycle } from './extends-cycle.ts';
import { extendsTarget } from './extends-target.ts';
import { imageOrBuild } from './image-or-build.ts';
import { includeCycle } from './include-cycle.ts';
import { includeTarget } from './include-target.ts';
import { interpolationFormat } from './interpolation-format.ts';
import { invalidName } from './invalid-name.ts';
import { invalidValue } from './invalid-value.ts';
import { listItem } from './list-item.ts';
import { mergeConflict } from './merge-conflict.ts';
import { mergeValue } from './merge-value.ts';
import { missingKey } from './missing-key.ts';
import { projectName } from './project-name.ts';
import { requiredVariable } from './required-variable.ts';
import { silentOverride } from './silent-override.ts';
import { stringKeys } from './string-keys.ts';
import { undefinedNetwork } from './undefined-network.ts';
import { unknownKey } from './unknown-key.ts';
import { unsetVariable } from './unset-variable.ts';
import { wrongType } from './wrong-type.ts';

/** Every rule for compose files. */
export const composeRules: readonly Rule<ComposeFile>[] = [
  aliasTarget,
  ambiguousFile,
  deprecatedKey,
  duplicateItem,
  duplicateKey,
  emptyFile,
  envFile,
  excessiveAliasing,
  extendsCycle,
  extendsTarget,
  imageOrBuild,
  includeCycle,
  includeTarget,
  interpolationFormat,
  invalidName,
  invalidValue,
  listItem,
  mergeConflict,
  mergeValue,
  missingKey,
  projectName,
  requiredVariable,
  silentOverride,
  stringKeys,
  undefinedNetwork,
  unknownKey,
  unsetVariable,
  wrongType,
];
