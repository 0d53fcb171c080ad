import type { Container } from '../../engine/model.ts';
import { formatAgo, formatElapsed } from '../../ui/elapsed.ts';
import type { NodeView } from '../node.ts';

type Icon = NonNullable<NodeView['icon']>;

const passed = 'testing.iconPassed';
const failed = 'testing.iconFailed';
const waiting = 'testing.iconQueued';
const quiet = 'disabledForeground';

/** State and health at a glance; each has a shape of its own, so that color is not needed to tell them apart. */
export function stateIcon({ state, health, exitCode }: Pick<Container, 'state' | 'health' | 'exitCode'>): Icon {
  switch (state) {
    case 'running':
      return healthIcons[health];
    case 'paused':
      return { id: 'debug-pause', color: waiting };
    case 'restarting':
      return { id: 'sync', color: waiting };
    case 'removing':
      return { id: 'trash', color: quiet };
    case 'dead':
      return { id: 'error', color: failed };
    case 'created':
      return { id: 'circle-outline', color: quiet };
    case 'exited':
      return endedWell(exitCode) ? { id: 'circle-outline', color: quiet } : { id: 'error', color: failed };
  }
}

const healthIcons: Readonly<Record<Container['health'], Icon>> = {
  none: { id: 'circle-filled', color: passed },
  healthy: { id: 'pass-filled', color: passed },
  starting: { id: 'circle-large', color: waiting },
  unhealthy: { id: 'warning', color: failed },
};

/** 130, 137 and 143 are what Ctrl-C, `docker kill` and `docker stop` leave behind: somebody wanted the end. */
function endedWell(exitCode: number | undefined): boolean {
  return exitCode === undefined || exitCode === 0 || exitCode === 130 || exitCode === 137 || exitCode === 143;
}

/** State, health and since when: `Up 3 minutes (unhealthy)`, `Exited (1) 2 hours ago`. */
export function stateText(container: Container, now: number): string {
  const { state, since, exitCode, health } = container;
  const code = exitCode === undefined ? '' : ` (${exitCode})`;
  switch (state) {
    case 'running':
      return `${since === undefined ? 'Running' : `Up ${formatElapsed(now - since)}`}${healthTexts[health]}`;
    case 'exited':
      return since === undefined ? `Exited${code}` : `Exited${code} ${formatAgo(since, now)}`;
    case 'paused':
      return 'Paused';
    case 'restarting':
      return 'Restarting';
    case 'removing':
      return 'Removing';
    case 'dead':
      return 'Dead';
    case 'created':
      return 'Created';
  }
}

const healthTexts: Readonly<Record<Container['health'], string>> = {
  none: '',
  healthy: '',
  starting: ' (starting)',
  unhealthy: ' (unhealthy)',
};
