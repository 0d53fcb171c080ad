import { viewIds } from '../../tree/viewOptions.ts';
import { defineCommand } from '../command.ts';

export const openEngineSettings = defineCommand({
  id: 'gantry.engine.openSettings',
  title: 'Open engine settings',
  placement: { title: { views: viewIds, group: '9_engine@4' } },
  run: ({ ui }) => ui.run('workbench.action.openSettings', 'gantry.engine'),
});
