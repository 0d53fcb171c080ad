import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { connect, createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';

/** An engine's socket, reachable by TCP on the loopback interface. */
export interface Front {
  readonly port: number;
  close(): void;
}

/** Forwards TCP to a socket; with `certificates` it speaks TLS and wants a client certificate. */
export async function startFront(socketPath: string, certificates?: Certificates): Promise<Front> {
  const server: Server = certificates
    ? createTlsServer({
        ca: await readFile(join(certificates.folder, 'ca.pem')),
        cert: await readFile(join(certificates.folder, 'server.pem')),
        key: await readFile(join(certificates.folder, 'server-key.pem')),
        requestCert: true,
        rejectUnauthorized: true,
        allowHalfOpen: true,
      })
    : createTcpServer({ allowHalfOpen: true });
  server.on(certificates ? 'secureConnection' : 'connection', (client: Socket) => {
    const upstream = connect({ path: socketPath, allowHalfOpen: true });
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      from.on('error', () => to.destroy());
      from.pipe(to);
      from.on('close', () => to.destroy());
    }
  });
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

/** A folder with `ca.pem`, `server.pem`, `server-key.pem`, and the client's `cert.pem` and `key.pem`. */
export interface Certificates {
  readonly folder: string;
}

/** Makes a CA, and certificates of it for 127.0.0.1 and for a client, good for a day. */
export async function makeCertificates(folder: string): Promise<Certificates> {
  await mkdir(folder, { recursive: true });
  const openssl = (...parameters: string[]): void => {
    execFileSync('openssl', parameters, { cwd: folder, stdio: 'ignore' });
  };
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...key,
    '-keyout',
    'ca-key.pem',
    '-out',
    'ca.pem',
    '-days',
    '1',
    '-subj',
    '/CN=Gantry test CA',
  );
  await writeFile(join(folder, 'server.ext'), 'subjectAltName=IP:127.0.0.1\nextendedKeyUsage=serverAuth\n');
  await writeFile(join(folder, 'client.ext'), 'extendedKeyUsage=clientAuth\n');
  for (const [kind, keyFile, certificate] of [
    ['server', 'server-key.pem', 'server.pem'],
    ['client', 'key.pem', 'cert.pem'],
  ] as const) {
    openssl('req', ...key, '-keyout', keyFile, '-out', `${kind}.csr`, '-subj', `/CN=${kind}`);
    const authority = ['-CA', 'ca.pem', '-CAkey', 'ca-key.pem', '-CAcreateserial', '-days', '1'];
    openssl('x509', '-req', '-in', `${kind}.csr`, ...authority, '-extfile', `${kind}.ext`, '-out', certificate);
  }
  return { folder };
}
