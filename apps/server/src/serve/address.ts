import { createServer, isIP } from 'node:net';
import { once } from 'node:events';
import { isLoopback, type Config } from '../config/index.ts';

/** The address a person types. Loopback and "every address" are both `localhost` on this machine. */
export function localUrlOf(host: string, port: number): URL {
  const isHere = host === '127.0.0.1' || host === '::1' || host === '0.0.0.0' || host === '::';
  const name = isHere ? 'localhost' : isIP(host) === 6 ? `[${host}]` : host;
  return new URL(`http://${name}:${port}`);
}

/** Port 0 becomes a free one now, because the server's public address must be known before it listens. */
export async function choosePort({ host, port }: Pick<Config, 'host' | 'port'>): Promise<number> {
  if (port !== 0) return port;
  const probe = createServer().listen({ host, port: 0 });
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Browsers give pages the means for encryption only over https or on this machine. */
export function canEncryptAt(url: URL): boolean {
  return url.protocol === 'https:' || isLoopback(url.hostname);
}
