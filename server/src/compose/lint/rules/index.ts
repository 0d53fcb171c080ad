import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { aliasTarget } from './alias-target.ts';
import { ambiguousFile } from './ambiguous-file.ts';
import { bindPathPrefix } from './bind-path-prefix.ts';
import { bindSource } from './bind-source.ts';
import { booleanWord } from './boolean-word.ts';
import { buildArgs } from './build-args.ts';
import { buildContext } from './build-context.ts';
import { buildPlatforms } from './build-platforms.ts';
import { buildTarget } from './build-target.ts';
import { commandNeedsShell } from './command-needs-shell.ts';
import { commandQuotes } from './command-quotes.ts';
import { completedNeverEnds } from './completed-never-ends.ts';
import { conflictingLimits } from './conflicting-limits.ts';
import { conflictingScale } from './conflicting-scale.ts';
import { containerNameScale } from './container-name-scale.ts';
import { containerName } from './container-name.ts';
import { defaultValue } from './default-value.ts';
import { dependencyCycle } from './dependency-cycle.ts';
import { dependencyProfile } from './dependency-profile.ts';
import { deprecatedKey } from './deprecated-key.ts';
import { deviceRequest } from './device-request.ts';
import { duplicateContainerName } from './duplicate-container-name.ts';
import { duplicateHostPort } from './duplicate-host-port.ts';
import { duplicateItem } from './duplicate-item.ts';
import { duplicateKey } from './duplicate-key.ts';
import { duplicateMountTarget } from './duplicate-mount-target.ts';
import { emptyFile } from './empty-file.ts';
import { envFile } from './env-file.ts';
import { excessiveAliasing } from './excessive-aliasing.ts';
import { explicitImageTag } from './explicit-image-tag.ts';
import { extendsCycle } from './extends-cycle.ts';
import { extendsTarget } from './extends-target.ts';
import { externalAlone } from './external-alone.ts';
import { externalResource } from './external-resource.ts';
import { fixedPortScale } from './fixed-port-scale.ts';
import { healthcheckTest } from './healthcheck-test.ts';
import { healthyWithoutHealthcheck } from './healthy-without-healthcheck.ts';
import { hostName } from './host-name.ts';
import { imageOrBuild } from './image-or-build.ts';
import { imageReference } from './image-reference.ts';
import { includeCycle } from './include-cycle.ts';
import { includeTarget } from './include-target.ts';
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
import { listItem } from './list-item.ts';
import { localDatabasePorts } from './local-database-ports.ts';
import { mappingForm } from './mapping-form.ts';
import { mergeConflict } from './merge-conflict.ts';
import { mergeValue } from './merge-value.ts';
import { missingKey } from './missing-key.ts';
import { namespacedSysctls } from './namespaced-sysctls.ts';
import { networkModeNetworks } from './network-mode-networks.ts';
import { networkModePorts } from './network-mode-ports.ts';
import { noBroadCapabilities } from './no-broad-capabilities.ts';
import { noBuildAndImage } from './no-build-and-image.ts';
import { noEffect } from './no-effect.ts';
import { noEngineApi } from './no-engine-api.ts';
import { noEngineSocket } from './no-engine-socket.ts';
import { noHostNamespaces } from './no-host-namespaces.ts';
import { noLiteralSecrets } from './no-literal-secrets.ts';
import { noPrivileged } from './no-privileged.ts';
import { noSensitiveMounts } from './no-sensitive-mounts.ts';
import { noUnboundPortInterfaces } from './no-unbound-port-interfaces.ts';
import { noUnconfined } from './no-unconfined.ts';
import { oneDockerfile } from './one-dockerfile.ts';
import { oneSource } from './one-source.ts';
import { portablePath } from './portable-path.ts';
import { profileName } from './profile-name.ts';
import { projectHostPort } from './project-host-port.ts';
import { projectName } from './project-name.ts';
import { quoteBooleans } from './quote-booleans.ts';
import { quotePorts } from './quote-ports.ts';
import { redundantNetwork } from './redundant-network.ts';
import { requireProjectNameField } from './require-project-name-field.ts';
import { requiredVariable } from './required-variable.ts';
import { reservedLabel } from './reserved-label.ts';
import { resetTag } from './reset-tag.ts';
import { resourceFile } from './resource-file.ts';
import { serviceDependenciesAlphabeticalOrder } from './service-dependencies-alphabetical-order.ts';
import { serviceHealthcheck } from './service-healthcheck.ts';
import { serviceKeysOrder } from './service-keys-order.ts';
import { serviceLimits } from './service-limits.ts';
import { servicePortsAlphabeticalOrder } from './service-ports-alphabetical-order.ts';
import { serviceRestart } from './service-restart.ts';
import { servicesAlphabeticalOrder } from './services-alphabetical-order.ts';
import { sharedAlias } from './shared-alias.ts';
import { silentOverride } from './silent-override.ts';
import { staticAddressSubnet } from './static-address-subnet.ts';
import { stringKeys } from './string-keys.ts';
import { swapLimit } from './swap-limit.ts';
import { takenHostPort } from './taken-host-port.ts';
import { tmpfsOptions } from './tmpfs-options.ts';
import { topLevelPropertiesOrder } from './top-level-properties-order.ts';
import { undefinedConfig } from './undefined-config.ts';
import { undefinedModel } from './undefined-model.ts';
import { undefinedNetwork } from './undefined-network.ts';
import { undefinedSecret } from './undefined-secret.ts';
import { undefinedService } from './undefined-service.ts';
import { undefinedVolume } from './undefined-volume.ts';
import { unexposedPort } from './unexposed-port.ts';
import { unknownKey } from './unknown-key.ts';
import { unknownWord } from './unknown-word.ts';
import { unquotedVolumes } from './unquoted-volumes.ts';
import { unsetVariable } from './unset-variable.ts';
import { unusedAnchor } from './unused-anchor.ts';
import { unusedResource } from './unused-resource.ts';
import { valueRange } from './value-range.ts';
import { variableInKey } from './variable-in-key.ts';
import { variableName } from './variable-name.ts';
import { watchAction } from './watch-action.ts';
import { wrongType } from './wrong-type.ts';

/** Every rule for compose files. */
export const composeRules: readonly Rule<ComposeFile>[] = [
  aliasTarget,
  ambiguousFile,
  bindPathPrefix,
  bindSource,
  booleanWord,
  buildArgs,
  buildContext,
  buildPlatforms,
  buildTarget,
  commandNeedsShell,
  commandQuotes,
  completedNeverEnds,
  conflictingLimits,
  conflictingScale,
  containerName,
  containerNameScale,
  defaultValue,
  dependencyCycle,
  dependencyProfile,
  deprecatedKey,
  deviceRequest,
  duplicateContainerName,
  duplicateHostPort,
  duplicateItem,
  duplicateKey,
  duplicateMountTarget,
  emptyFile,
  envFile,
  excessiveAliasing,
  explicitImageTag,
  extendsCycle,
  extendsTarget,
  externalAlone,
  externalResource,
  fixedPortScale,
  healthcheckTest,
  healthyWithoutHealthcheck,
  hostName,
  imageOrBuild,
  imageReference,
  includeCycle,
  includeTarget,
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
  listItem,
  listItemForm,
  localDatabasePorts,
  mappingForm,
  mergeConflict,
  mergeValue,
  missingKey,
  namespacedSysctls,
  networkModeNetworks,
  networkModePorts,
  noBroadCapabilities,
  noBuildAndImage,
  noEffect,
  noEngineApi,
  noEngineSocket,
  noHostNamespaces,
  noLiteralSecrets,
  noPrivileged,
  noSensitiveMounts,
  noUnboundPortInterfaces,
  noUnconfined,
  oneDockerfile,
  oneSource,
  portablePath,
  profileName,
  projectHostPort,
  projectName,
  quoteBooleans,
  quotePorts,
  redundantNetwork,
  requireProjectNameField,
  requiredVariable,
  reservedLabel,
  resetTag,
  resourceFile,
  serviceDependenciesAlphabeticalOrder,
  serviceHealthcheck,
  serviceKeysOrder,
  serviceLimits,
  servicePortsAlphabeticalOrder,
  serviceRestart,
  servicesAlphabeticalOrder,
  sharedAlias,
  silentOverride,
  staticAddressSubnet,
  stringKeys,
  swapLimit,
  takenHostPort,
  tmpfsOptions,
  topLevelPropertiesOrder,
  undefinedConfig,
  undefinedModel,
  undefinedNetwork,
  undefinedSecret,
  undefinedService,
  undefinedVolume,
  unexposedPort,
  unknownKey,
  unknownWord,
  unquotedVolumes,
  unsetVariable,
  unusedAnchor,
  unusedResource,
  valueRange,
  variableInKey,
  variableName,
  watchAction,
  wrongType,
];
