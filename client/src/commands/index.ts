import type { Command } from './command.ts';
import { filesCommands } from './files/index.ts';
import { volumeCommands } from './volume/index.ts';
import { chooseLanguageProvider } from './language/choose.ts';
import { restartLanguageServer } from './language/restart.ts';
import { showLanguageLog } from './language/showLog.ts';
import { composeBuild } from './compose/build.ts';
import { composeCopyAsRun } from './compose/copyAsRun.ts';
import { compareComposeConfig, showComposeConfig } from './compose/config.ts';
import { composeDown } from './compose/down.ts';
import { showServiceGraph } from './compose/graph.ts';
import { composeLogs } from './compose/logs.ts';
import { composePull } from './compose/pull.ts';
import { composeRestart } from './compose/restart.ts';
import { composeUp } from './compose/up.ts';
import { composeUpWith } from './compose/upWith.ts';
import { attachToContainer } from './container/attach.ts';
import { copyContainerId } from './container/copyId.ts';
import { copyContainerName } from './container/copyName.ts';
import { executeCommand } from './container/exec.ts';
import { inspectContainer } from './container/inspect.ts';
import { killContainer } from './container/kill.ts';
import { showContainerLogs } from './container/logs.ts';
import { openContainerInBrowser } from './container/openInBrowser.ts';
import { openPortInBrowser } from './container/openPort.ts';
import { pauseContainer } from './container/pause.ts';
import { removeContainer } from './container/remove.ts';
import { renameContainer } from './container/rename.ts';
import { restartContainer } from './container/restart.ts';
import { openShell } from './container/shell.ts';
import { showContainerStats } from './container/stats.ts';
import { startContainer } from './container/start.ts';
import { stopContainer } from './container/stop.ts';
import { unpauseContainer } from './container/unpause.ts';
import { commitContainer } from './container/commit.ts';
import { connectContainer } from './container/connect.ts';
import { disconnectContainer } from './container/disconnect.ts';
import { copyFromContainer } from './container/copyFrom.ts';
import { copyToContainer } from './container/copyTo.ts';
import { showChangedFiles } from './container/diff.ts';
import { exportContainer } from './container/export.ts';
import { recreateContainer } from './container/recreate.ts';
import { startAttached } from './container/startAttached.ts';
import { showProcesses } from './container/top.ts';
import { updateContainer } from './container/update.ts';
import { waitForEnd } from './container/wait.ts';
import { buildImage } from './image/build.ts';
import { copyImageId } from './image/copyId.ts';
import { copyImageReference } from './image/copyReference.ts';
import { showImageHistory } from './image/history.ts';
import { importImage } from './image/import.ts';
import { inspectImage } from './image/inspect.ts';
import { loadImages } from './image/load.ts';
import { pullImage, pullImageAgain, pullRemoteTag } from './image/pull.ts';
import { pushImage } from './image/push.ts';
import { pushImageToEcr } from './image/pushToEcr.ts';
import { removeImage } from './image/remove.ts';
import { checkForNewerImages, checkImage } from './image/checkNewer.ts';
import { tagImage } from './image/tag.ts';
import { removeContainersByPattern } from './pattern/removeContainers.ts';
import { removeImagesByPattern } from './pattern/removeImages.ts';
import { hideSharedSizes, showSharedSizes } from './view/sharedSizes.ts';
import { saveImage } from './image/save.ts';
import { searchHub } from './image/search.ts';
import { pruneBuildCache } from './prune/buildCache.ts';
import { pruneContainers } from './prune/containers.ts';
import { pruneImages } from './prune/images.ts';
import { pruneNetworks } from './prune/networks.ts';
import { pruneSystem } from './prune/system.ts';
import { pruneVolumes } from './prune/volumes.ts';
import { connectNetwork } from './network/connect.ts';
import { disconnectNetwork } from './network/disconnect.ts';
import { copyNetworkName } from './network/copyName.ts';
import { createNetwork } from './network/create.ts';
import { inspectNetwork } from './network/inspect.ts';
import { removeNetwork } from './network/remove.ts';
import { signIn } from './registry/signIn.ts';
import { signOut } from './registry/signOut.ts';
import { runImage } from './image/run.ts';
import { showGroupLogs } from './group/logs.ts';
import { removeGroup } from './group/remove.ts';
import { restartGroup } from './group/restart.ts';
import { showGroupStats } from './group/stats.ts';
import { startGroup } from './group/start.ts';
import { stopGroup } from './group/stop.ts';

import { copyContainerCommand } from './docker/container.ts';
import { copyImageCommand } from './docker/image.ts';
import { copyNetworkCommand } from './docker/network.ts';
import { copyVolumeCommand } from './docker/volume.ts';
import { fetchTags } from './dockerfile/fetchTags.ts';
import { chooseContext } from './engine/chooseContext.ts';
import { howToJoin } from './engine/howToJoin.ts';
import { howToStart } from './engine/howToStart.ts';
import { showEngineInfo } from './engine/info.ts';
import { openEngineSettings } from './engine/openSettings.ts';
import { refresh } from './engine/refresh.ts';
import { setEngineHost } from './engine/setHost.ts';
import { showLog } from './engine/showLog.ts';
import { showAllStats } from './engine/stats.ts';
import { clearContainerFilter, clearImageFilter, clearNetworkFilter, clearVolumeFilter } from './view/clearFilter.ts';
import { filterContainers, filterImages, filterNetworks, filterVolumes } from './view/filter.ts';
import { groupContainers, sortContainers, sortImages } from './view/arrange.ts';
import { filterByLabel, filterByNetwork } from './view/narrow.ts';
import { showRunningOnly, showStoppedToo } from './view/runningOnly.ts';
import { hideStats, showStats } from './view/stats.ts';
import { showOtherWorkspacesToo, showWorkspaceOnly } from './view/workspaceOnly.ts';
import { copyNetworkAddress } from './attachment/copyAddress.ts';
import { showAttachedNetwork } from './attachment/showNetwork.ts';
import { copyPortAddress } from './container/copyPort.ts';
import { removeSet, restartSet, startSet, stopSet } from './containerSet/change.ts';
import { copyMountSource } from './mount/copySource.ts';
import { openMountSource } from './mount/openSource.ts';
import { showMountedVolume } from './mount/showVolume.ts';
import { refreshSection } from './section/refresh.ts';
import { copyVariableName, copyVariableValue } from './variable/copy.ts';
import { copyRemoteReference } from './registry/copyReference.ts';
import { refreshRegistries } from './registry/refresh.ts';
import { showServiceLogs } from './service/logs.ts';
import { removeService } from './service/remove.ts';
import { scaleService } from './service/scale.ts';
import { updateServiceImage } from './service/updateImage.ts';
import { refreshSwarm } from './swarm/refresh.ts';
import { removeSwarmObject } from './swarm/removeObject.ts';
import { addContext } from './context/add.ts';
import { checkContext } from './context/check.ts';
import { copyContextAddress } from './context/copyAddress.ts';
import { refreshContexts } from './context/refresh.ts';
import { removeContext } from './context/remove.ts';
import { useContext } from './context/use.ts';
import { refreshUsage } from './usage/refresh.ts';
import { maskVariable, revealVariable } from './variable/reveal.ts';

/** Every command. Title, icon, menus and `when` in package.json are generated from these declarations. */
import { logCommands } from './log/index.ts';

export const commands: readonly Command[] = [
  startContainer,
  stopContainer,
  restartContainer,
  pauseContainer,
  unpauseContainer,
  killContainer,
  showContainerLogs,
  openShell,
  executeCommand,
  attachToContainer,
  renameContainer,
  removeContainer,
  inspectContainer,
  showContainerStats,
  startAttached,
  showProcesses,
  showChangedFiles,
  waitForEnd,
  updateContainer,
  recreateContainer,
  commitContainer,
  copyFromContainer,
  copyToContainer,
  exportContainer,
  openContainerInBrowser,
  openPortInBrowser,
  copyContainerName,
  copyContainerId,
  copyContainerCommand,
  buildImage,
  runImage,
  composeUp,
  composeUpWith,
  composeDown,
  composeRestart,
  composeLogs,
  showServiceGraph,
  showComposeConfig,
  compareComposeConfig,
  composePull,
  composeBuild,
  composeCopyAsRun,
  startGroup,
  stopGroup,
  restartGroup,
  showGroupLogs,
  showGroupStats,
  removeGroup,
  pullImage,
  searchHub,
  signIn,
  signOut,
  loadImages,
  importImage,
  pullImageAgain,
  pushImage,
  pushImageToEcr,
  tagImage,
  removeImage,
  inspectImage,
  showImageHistory,
  saveImage,
  copyImageReference,
  copyImageId,
  copyImageCommand,
  fetchTags,
  pruneContainers,
  pruneImages,
  pruneVolumes,
  pruneNetworks,
  pruneBuildCache,
  pruneSystem,
  connectContainer,
  disconnectContainer,
  copyVolumeCommand,
  createNetwork,
  connectNetwork,
  disconnectNetwork,
  inspectNetwork,
  copyNetworkName,
  copyNetworkCommand,
  removeNetwork,
  removeContainersByPattern,
  removeImagesByPattern,
  filterContainers,
  clearContainerFilter,
  filterImages,
  clearImageFilter,
  filterVolumes,
  clearVolumeFilter,
  filterNetworks,
  clearNetworkFilter,
  showRunningOnly,
  showStoppedToo,
  showWorkspaceOnly,
  showOtherWorkspacesToo,
  showStats,
  hideStats,
  showAllStats,
  filterByLabel,
  filterByNetwork,
  groupContainers,
  sortContainers,
  sortImages,
  checkForNewerImages,
  checkImage,
  showSharedSizes,
  hideSharedSizes,
  copyNetworkAddress,
  showAttachedNetwork,
  copyPortAddress,
  startSet,
  stopSet,
  restartSet,
  removeSet,
  copyMountSource,
  openMountSource,
  showMountedVolume,
  refreshSection,
  refreshUsage,
  pullRemoteTag,
  copyRemoteReference,
  refreshRegistries,
  showServiceLogs,
  scaleService,
  updateServiceImage,
  removeService,
  refreshSwarm,
  removeSwarmObject,
  addContext,
  refreshContexts,
  useContext,
  checkContext,
  copyContextAddress,
  removeContext,
  copyVariableValue,
  copyVariableName,
  revealVariable,
  maskVariable,
  refresh,
  chooseContext,
  setEngineHost,
  openEngineSettings,
  showEngineInfo,
  howToStart,
  howToJoin,
  showLog,
  restartLanguageServer,
  chooseLanguageProvider,
  showLanguageLog,
  ...filesCommands,
  ...volumeCommands,
  ...logCommands,
];
