import type { OpenStorage } from '../../../testing/each-database.ts';
import {
  startHomeserver,
  type Method,
  type Reply,
  type TestHomeserver,
} from '../../../testing/homeserver.ts';

/** A way to a homeserver that loses replies, and at whose end the server may be restarted. */
export interface FlakyNetwork {
  readonly home: () => Promise<TestHomeserver>;
  /** Repeats the same request until a reply arrives, as clients do. */
  request(
    accessToken: string,
    method: Method,
    path: string,
    body?: unknown,
  ): Promise<Reply['body']>;
  /** Stops the server, with requests under way, and starts another on the same storage. */
  restart(): Promise<void>;
}

const ATTEMPTS_MAX = 20;

/** `losses` says of one reply after the other whether it gets lost, from the start again at its end. */
export async function connect(
  open: OpenStorage,
  losses: readonly boolean[],
): Promise<FlakyNetwork> {
  let current = startHomeserver(open);
  let replies = 0;

  function isLost(): boolean {
    replies += 1;
    return losses[replies % losses.length] ?? false;
  }

  async function attempt(...request: Parameters<TestHomeserver['call']>): Promise<Reply | null> {
    const asked = current;
    const home = await asked;
    const reply = await home.call(...request).catch((cause: unknown) => {
      if (current === asked) throw cause;
      return null;
    });
    // Whatever a server says while it goes down, a client does not get to read.
    return asked === current ? reply : null;
  }

  return {
    home: () => current,

    async request(accessToken, method, path, body) {
      let mayLose = true;
      for (let count = 0; count < ATTEMPTS_MAX; count += 1) {
        const reply = await attempt(method, path, body, accessToken);
        if (!reply) continue;
        if (mayLose && isLost()) {
          mayLose = false;
          continue;
        }
        if (reply.status !== 200) {
          throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
        }
        return reply.body;
      }
      throw new Error(`${method} ${path} was never answered.`);
    },

    async restart() {
      const stopping = current;
      current = (async () => {
        const { server, storage } = await stopping;
        await server.close();
        return startHomeserver(async () => storage);
      })();
      await current;
    },
  };
}
