import { defineCommand } from '../command.ts';

export const pauseLog = defineCommand({
  id: 'gantry.logs.pause',
  title: 'Pause log',
  icon: 'debug-pause',
  placement: { logTitle: { group: 'navigation@1', when: 'resourcePath not in gantry.logs.paused' } },
  async run({ ui }, [resource]) {
    ui.openedLog(resource)?.view.pause();
  },
});

export const resumeLog = defineCommand({
  id: 'gantry.logs.resume',
  title: 'Resume log',
  icon: 'debug-start',
  placement: { logTitle: { group: 'navigation@1', when: 'resourcePath in gantry.logs.paused' } },
  async run({ ui }, [resource]) {
    ui.openedLog(resource)?.view.resume();
  },
});
