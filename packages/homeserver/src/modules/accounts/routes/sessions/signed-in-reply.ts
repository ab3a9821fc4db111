import type { DeviceId, UserId } from '@sotto/protocol';
import type { SignedIn, Tokens } from '../../sessions/session-service.ts';

interface TokensReply {
  access_token: string;
  refresh_token?: string;
  expires_in_ms?: number;
}

export function tokensReply(tokens: Tokens): TokensReply {
  return {
    access_token: tokens.accessToken,
    ...(tokens.refreshToken === null ? {} : { refresh_token: tokens.refreshToken }),
    ...(tokens.expiresInMs === null ? {} : { expires_in_ms: tokens.expiresInMs }),
  };
}

/** What a client gets when it signs in, however it did. */
export function signedInReply(
  signedIn: SignedIn,
): TokensReply & { user_id: UserId; device_id: DeviceId } {
  return {
    user_id: signedIn.userId,
    device_id: signedIn.deviceId,
    ...tokensReply(signedIn),
  };
}
