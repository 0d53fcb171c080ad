import type Dockerode from 'dockerode';
import type { Modem } from './transport/modem.ts';

/** dockerode's table of routes over our own modem. The only place that loads dockerode, and only on first use. */
export async function dockerodeRoutes(modem: Modem): Promise<Dockerode> {
  const { Docker } = await import('./dockerodeLibrary.ts');
  return new Docker({ modem } as Dockerode.DockerOptions);
}
