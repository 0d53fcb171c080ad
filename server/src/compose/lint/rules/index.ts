import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { aliasTarget } from './alias-target.ts';
import { deprecatedKey } from './deprecated-key.ts';
import { duplicateItem } from './duplicate-item.ts';
import { duplicateKey } from './duplicate-key.ts';
import { emptyFile } from './empty-file.ts';
import { excessiveAliasing } from './excessive-aliasing.ts';
import { imageOrBuild } from './image-or-build.ts';
import { interpolationFormat } from './interpolation-format.ts';
import { invalidName } from './invalid-name.ts';
import { invalidValue } from './invalid-value.ts';
import { mergeValue } from './merge-value.ts';
import { missingKey } from './missing-key.ts';
import { stringKeys } from './string-keys.ts';
import { undefinedNetwork } from './undefined-network.ts';
import { unknownKey } from './unknown-key.ts';
import { wrongType } from './wrong-type.ts';

/** Every rule for compose files. */
export const composeRules: readonly Rule<ComposeFile>[] = [
  aliasTarget,
  deprecatedKey,
  duplicateItem,
  duplicateKey,
  emptyFile,
  excessiveAliasing,
  imageOrBuild,
  interpolationFormat,
  invalidName,
  invalidValue,
  mergeValue,
  missingKey,
  stringKeys,
  undefinedNetwork,
  unknownKey,
  wrongType,
];
