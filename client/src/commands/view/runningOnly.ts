import { defineCommand } from '../command.ts';

export const showRunningOnly = defineCommand({
  id: 'gantry.containers.showRunningOnly',
  title: 'Show running containers only',
  enablement: '!gantry.containers.runningOnly',
  placement: {
    title: { views: ['gantry.containers'], group: '1_show@1', when: '!gantry.containers.runningOnly' },
  },
  async run({ views }) {
    views['gantry.containers'].choose({ runningOnly: true });
  },
});

export const showStoppedToo = defineCommand({
  id: 'gantry.containers.showStoppedToo',
  title: 'Show stopped containers too',
  enablement: 'gantry.containers.runningOnly',
  placement: {
    title: { views: ['gantry.containers'], group: '1_show@1', when: 'gantry.containers.runningOnly' },
  },
  async run({ views }) {
    views['gantry.containers'].choose({ runningOnly: false });
  },
});
