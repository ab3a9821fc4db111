import { systemClock, type Clock } from '@sotto/kit';
import { createBrowserPlatform } from '../platform/browser-platform.ts';
import type { Platform } from '../platform/platform.ts';
import { outcomeOf } from './problems.ts';
import { checkUsername, describeServer } from './server-info.ts';
import { createServerRequests } from './server-requests.ts';
import { SessionKeeper } from './session-keeper.ts';
import { logIn, meansAccount } from './sign-in.ts';
import { readTokens } from './tokens.ts';
import type { SottoClient } from '../types/index.ts';

export interface SottoClientOptions {
  /** Where the server is, as `https://sotto.example`. */
  readonly baseUrl: string;
  readonly clock?: Clock;
  /** The browser's own, unless a test hands in another. */
  readonly platform?: Platform;
}

/** Makes the client of a page. Light: the SDK is loaded when there is a session to open. */
export function createSottoClient(options: SottoClientOptions): SottoClient {
  const { clock = systemClock, platform = createBrowserPlatform() } = options;
  const baseUrl = options.baseUrl.replace(/\/+$/, '');
  const requests = createServerRequests(baseUrl, platform.fetch);
  const keeper = new SessionKeeper({ baseUrl, platform, clock, requests });

  return {
    session: keeper.session,
    start: () => keeper.start(),
    describeServer: () => outcomeOf(() => describeServer(baseUrl, requests)),
    checkUsername: (username) => outcomeOf(() => checkUsername(requests, username)),
    signUp: (form) =>
      keeper.enter(form.password, async () => {
        const { register, setFirstName } = await import('./sign-up.ts');
        const reply = await register(requests, form, platform.deviceName);
        const { accessToken } = readTokens(reply, clock.nowMs());
        await setFirstName(
          requests,
          { userId: String(reply['user_id']), accessToken },
          form.displayName,
        );
        return reply;
      }),
    signIn: (form) =>
      keeper.enter(form.password, (kept) => {
        // The same person comes back to a device whose keys are still good.
        const id = kept && meansAccount(form.username, kept.userId) ? kept.deviceId : null;
        return logIn(requests, form, { name: platform.deviceName, id });
      }),
    async link() {
      const { startLinking } = await import('./linking.ts');
      return startLinking({
        requests,
        clock,
        deviceName: platform.deviceName,
        enter: (request) => keeper.enter(null, request),
      });
    },
  };
}
