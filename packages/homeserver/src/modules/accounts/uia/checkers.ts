import { Refusal } from '@sotto/kit';
import type { ServerName, UserId } from '@sotto/protocol';
import { refuse } from '../errors.ts';
import type { PasswordChecker } from '../passwords/password-checker.ts';
import type { RegistrationTokens } from '../account/registration-tokens.ts';
import { findNamedUser } from '../account/username-rules.ts';
import type { StageAttempt, StageCheckers, StageOutcome } from './stages.ts';

interface CheckerDeps {
  readonly serverName: ServerName;
  readonly passwords: PasswordChecker;
  readonly isRegistrationToken: RegistrationTokens;
}

/** How each stage is passed. */
export function createCheckers(deps: CheckerDeps): StageCheckers {
  const { passwords, isRegistrationToken, serverName } = deps;

  async function checkPassword({ auth, userId, peer }: StageAttempt): Promise<StageOutcome> {
    const password = auth['password'];
    if (typeof password !== 'string') {
      return refuse('wrong_credentials', 'The name or the password is wrong.');
    }
    const named = namedIn(auth, serverName);
    const subject = named === 'nobody' ? userId : named;
    // Someone else's right password does not confirm what this account is about to do.
    const isOther = userId !== null && subject !== userId;
    const outcome = await passwords.verify(
      isOther ? null : subject,
      password,
      peer.address,
      // Each try costs a hash, whoever it names: who is signed in answers for it.
      userId ?? subject,
    );
    return outcome instanceof Refusal ? outcome : { userId: outcome.userId };
  }

  return {
    'm.login.dummy': async ({ userId }) => ({ userId }),
    'm.login.password': checkPassword,
    'm.login.registration_token': async ({ auth, userId }) => {
      const token = auth['token'];
      if (typeof token === 'string' && isRegistrationToken(token)) return { userId };
      return refuse('registration_closed', 'This invitation is not valid.');
    },
  };
}

/** The account the answer names: null if it cannot exist here, `nobody` if none is named. */
function namedIn(auth: StageAttempt['auth'], serverName: ServerName): UserId | null | 'nobody' {
  const identifier = auth['identifier'];
  const isNamed = typeof identifier === 'object' && identifier !== null;
  const user = isNamed ? userOf(identifier) : auth['user'];
  if (user === undefined) return 'nobody';
  return typeof user === 'string' ? findNamedUser(user, serverName) : null;
}

function userOf(identifier: object): unknown {
  const { type, user } = identifier as { type?: unknown; user?: unknown };
  // Phone numbers and mail addresses belong to no account of this server.
  return type === 'm.id.user' ? user : null;
}
