import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { aliasTarget } from './alias-target.ts';
import { buildPlatforms } from './build-platforms.ts';
import { completedNeverEnds } from './completed-never-ends.ts';
import { conflictingLimits } from './conflicting-limits.ts';
import { conflictingScale } from './conflicting-scale.ts';
import { containerNameScale } from './container-name-scale.ts';
import { dependencyCycle } from './dependency-cycle.ts';
import { dependencyProfile } from './dependency-profile.ts';
import { deprecatedKey } from './deprecated-key.ts';
import { duplicateContainerName } from './duplicate-container-name.ts';
import { duplicateHostPort } from './duplicate-host-port.ts';
import { duplicateItem } from './duplicate-item.ts';
import { duplicateKey } from './duplicate-key.ts';
import { duplicateMountTarget } from './duplicate-mount-target.ts';
import { emptyFile } from './empty-file.ts';
import { excessiveAliasing } from './excessive-aliasing.ts';
import { fixedPortScale } from './fixed-port-scale.ts';
import { healthyWithoutHealthcheck } from './healthy-without-healthcheck.ts';
import { imageOrBuild } from './image-or-build.ts';
import { interpolationFormat } from './interpolation-format.ts';
import { invalidName } from './invalid-name.ts';
import { invalidValue } from './invalid-value.ts';
import { mergeValue } from './merge-value.ts';
import { missingKey } from './missing-key.ts';
import { networkModeNetworks } from './network-mode-networks.ts';
import { networkModePorts } from './network-mode-ports.ts';
import { sharedAlias } from './shared-alias.ts';
import { staticAddressSubnet } from './static-address-subnet.ts';
import { stringKeys } from './string-keys.ts';
import { swapLimit } from './swap-limit.ts';
import { undefinedConfig } from './undefined-config.ts';
import { undefinedModel } from './undefined-model.ts';
import { undefinedNetwork } from './undefined-network.ts';
import { undefinedSecret } from './undefined-secret.ts';
import { undefinedService } from './undefined-service.ts';
import { undefinedVolume } from './undefined-volume.ts';
import { unknownKey } from './unknown-key.ts';
import { unusedResource } from './unused-resource.ts';
import { wrongType } from './wrong-type.ts';

/** Every rule for compose files. */
export const composeRules: readonly Rule<ComposeFile>[] = [
  aliasTarget,
  buildPlatforms,
  completedNeverEnds,
  conflictingLimits,
  conflictingScale,
  containerNameScale,
  dependencyCycle,
  dependencyProfile,
  deprecatedKey,
  duplicateContainerName,
  duplicateHostPort,
  duplicateItem,
  duplicateKey,
  duplicateMountTarget,
  emptyFile,
  excessiveAliasing,
  fixedPortScale,
  healthyWithoutHealthcheck,
  imageOrBuild,
  interpolationFormat,
  invalidName,
  invalidValue,
  mergeValue,
  missingKey,
  networkModeNetworks,
  networkModePorts,
  sharedAlias,
  staticAddressSubnet,
  stringKeys,
  swapLimit,
  undefinedConfig,
  undefinedModel,
  undefinedNetwork,
  undefinedSecret,
  undefinedService,
  undefinedVolume,
  unknownKey,
  unusedResource,
  wrongType,
];
