import type { Group } from '../../schema/shape.ts';
import type { Report } from '../report.ts';
import { checkMount, checkWatch } from './mounts.ts';
import { checkBuild, checkDeploy, checkDeviceRequest, checkHealthcheck, checkLimit, checkService } from './service.ts';
import { checkConfig, checkCredentialSpec, checkExternal, checkSecret } from './sources.ts';
import type { View } from './view.ts';

/** How mappings are checked whose keys depend on each other. */
export const groupChecks: Readonly<Record<Group, (view: View) => Iterable<Report>>> = {
  build: checkBuild,
  config: checkConfig,
  'credential spec': checkCredentialSpec,
  deploy: checkDeploy,
  'device request': checkDeviceRequest,
  healthcheck: checkHealthcheck,
  limit: checkLimit,
  mount: checkMount,
  network: (view) => checkExternal(view, 'warning'),
  secret: checkSecret,
  service: checkService,
  volume: (view) => checkExternal(view),
  watch: checkWatch,
};
