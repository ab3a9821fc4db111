import { join } from 'node:path';
import type { ServerName } from '@sotto/protocol';
import type { Config } from '../config/index.ts';
import { refuse } from '../errors.ts';
import { createWholeFile, findText } from './whole-file.ts';

/**
 * The name of the first start, for good: user addresses, rooms and signatures carry it, so starting
 * under another name would leave everybody's conversations to strangers.
 */
export async function settleServerName(
  dataDir: string,
  config: Pick<Config, 'serverName' | 'firstServerName'>,
): Promise<ServerName> {
  const path = join(dataDir, 'server-name');
  const stored = (await findText(path))?.trim() ?? null;
  if (stored === null) return storeFirstName(path, config.firstServerName);

  if (config.serverName !== null && config.serverName !== stored) {
    throw refuse(
      'server_name_changed',
      `This data folder belongs to the server "${stored}", and that cannot change: every address and signature in it carries the name. Remove SOTTO_SERVER_NAME, set it to "${stored}", or start with another data folder.`,
    );
  }
  return toServerName(stored);
}

async function storeFirstName(path: string, name: string | null): Promise<ServerName> {
  if (name === null) {
    throw refuse(
      'config_invalid',
      'Other machines can connect, so this server needs a name of its own: set SOTTO_SERVER_NAME, for example to chat.example.org. It becomes the second half of every address (@mira:chat.example.org) and cannot change later.',
    );
  }
  const isFirst = await createWholeFile(path, `${name}\n`, 0o644);
  return toServerName(isFirst ? name : ((await findText(path)) ?? name).trim());
}

function toServerName(name: string): ServerName {
  // SAFETY: it passed `parseServerName` before it was stored.
  return name as ServerName;
}
