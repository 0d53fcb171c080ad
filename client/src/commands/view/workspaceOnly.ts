import { defineCommand } from '../command.ts';

export const showWorkspaceOnly = defineCommand({
  id: 'gantry.containers.showWorkspaceOnly',
  title: 'Show this workspace’s containers only',
  enablement: '!gantry.containers.workspaceOnly',
  placement: {
    title: { views: ['gantry.containers'], group: '1_show@2', when: '!gantry.containers.workspaceOnly' },
  },
  async run({ services, ui, views }) {
    if (services.workspaceFolders().length === 0) {
      await ui.notify({ severity: 'info', text: 'No folder is open, so no container can belong to it.' });
      return;
    }
    views['gantry.containers'].choose({ workspaceOnly: true });
  },
});

export const showOtherWorkspacesToo = defineCommand({
  id: 'gantry.containers.showOtherWorkspacesToo',
  title: 'Show containers of other folders too',
  enablement: 'gantry.containers.workspaceOnly',
  placement: {
    title: { views: ['gantry.containers'], group: '1_show@2', when: 'gantry.containers.workspaceOnly' },
  },
  async run({ views }) {
    views['gantry.containers'].choose({ workspaceOnly: false });
  },
});
