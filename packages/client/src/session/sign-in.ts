import type { DeviceId, UserId } from '@sotto/protocol';
import { ProblemError, readServerError } from './problems.ts';
import type { ServerRequests } from './server-requests.ts';

/** A full id keeps its `@`; a name typed with one means the name. */
function readUser(typed: string): string {
  const username = typed.trim();
  return username.includes(':') ? username : username.replace(/^@/, '').toLowerCase();
}

/** Whether what was typed as a username names this account. */
export function meansAccount(typed: string, userId: UserId): boolean {
  const user = readUser(typed);
  return user === userId || userId.startsWith(`@${user}:`);
}

/**
 * Signs in with a password.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3login
 */
export async function logIn(
  requests: ServerRequests,
  form: { readonly username: string; readonly password: string },
  device: { readonly name: string; readonly id: DeviceId | null },
): Promise<Readonly<Record<string, unknown>>> {
  const user = readUser(form.username);
  try {
    return await requests.send('POST', '/_matrix/client/v3/login', {
      type: 'm.login.password',
      identifier: { type: 'm.id.user', user },
      password: form.password,
      initial_device_display_name: device.name,
      refresh_token: true,
      ...(device.id === null ? {} : { device_id: device.id }),
    });
  } catch (error) {
    if (readServerError(error).errcode === 'M_FORBIDDEN') {
      throw new ProblemError('password_wrong', 'That username and password do not match.');
    }
    throw error;
  }
}
