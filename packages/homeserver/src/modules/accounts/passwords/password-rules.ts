import { refuse } from '../errors.ts';

const PASSWORD_LENGTH_MIN = 8;
/** Hashing time does not depend on the length; reading and keeping the body does. */
export const PASSWORD_BYTES_MAX = 512;

/** Whether a new password may be used. Lengths only: rules about signs make worse passwords. */
export function checkNewPassword(password: string): void {
  if (Array.from(password).length < PASSWORD_LENGTH_MIN) {
    throw refuse('weak_password', `A password needs at least ${PASSWORD_LENGTH_MIN} characters.`);
  }
  if (Buffer.byteLength(password) > PASSWORD_BYTES_MAX) {
    throw refuse('invalid_password', 'This password is too long.');
  }
}
