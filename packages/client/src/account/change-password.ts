import { Method } from 'matrix-js-sdk/lib/http-api/method.js';
import type { Matrix } from '../matrix/matrix.ts';
import { withPassword } from '../session/password-step.ts';

export async function changePassword(
  { client, userId }: Matrix,
  change: { readonly current: string; readonly next: string; readonly signOutOthers: boolean },
): Promise<void> {
  const body = { new_password: change.next, logout_devices: change.signOutOthers };
  await withPassword({ userId, password: change.current }, (auth) =>
    client.http.authedRequest(Method.Post, '/account/password', undefined, {
      ...body,
      ...(auth ? { auth } : {}),
    }),
  );
}
