import { ProblemError, readServerError } from './problems.ts';

/** The `auth` part of a request that asks who is there once more. */
export type AuthStep = Readonly<Record<string, unknown>> & { readonly type: string };

const wrongPassword = () => new ProblemError('password_wrong', 'That password is not right.');

function isPasswordRefused(error: unknown): boolean {
  const { httpStatus, errcode } = readServerError(error);
  return httpStatus === 401 || (httpStatus === 403 && errcode === 'M_FORBIDDEN');
}

/**
 * Makes a request that may ask for the password first, and answers with it.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#user-interactive-authentication-api
 */
export async function withPassword<Reply>(
  credentials: { readonly userId: string; readonly password: string },
  request: (auth: AuthStep | null) => Promise<Reply>,
): Promise<Reply> {
  try {
    return await request(null);
  } catch (error) {
    const { httpStatus, data } = readServerError(error);
    const { session } = data;
    if (httpStatus !== 401 || typeof session !== 'string') throw error;
    const { userId, password } = credentials;
    const identifier = { type: 'm.id.user', user: userId };
    const step = { type: 'm.login.password', identifier, password, session };
    return await request(step).catch((refused: unknown) => {
      throw isPasswordRefused(refused) ? wrongPassword() : refused;
    });
  }
}
