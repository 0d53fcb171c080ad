import Docker from 'dockerode';
import type { Modem } from './transport/modem.ts';

/** dockerode's table of routes over our own modem. The only place that loads dockerode: a bundle of its own. */
export function dockerodeRoutes(modem: Modem): Docker {
  return new Docker({ modem } as Docker.DockerOptions);
}
