import type { Command } from '../command.ts';
import { browseContainerFiles } from '../container/browseFiles.ts';
import { openContainerFile } from '../container/openFile.ts';
import { browseImageFiles } from '../image/browseFiles.ts';
import { openImageFile } from '../image/openFile.ts';
import { browseVolumeFiles } from '../volume/browseFiles.ts';
import { openVolumeFile } from '../volume/openFile.ts';

/** What is done with the files of containers, images and volumes. */
export const filesCommands: readonly Command[] = [
  openContainerFile,
  browseContainerFiles,
  openImageFile,
  browseImageFiles,
  openVolumeFile,
  browseVolumeFiles,
];
