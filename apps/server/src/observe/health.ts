import type { FastifyInstance } from 'fastify';

export interface HealthOptions {
  /** Whether the database answers. */
  readonly isReady: () => Promise<boolean>;
  readonly isClosing: () => boolean;
}

/** A database slower than this does not serve anybody, so it counts as away. */
const READY_TIMEOUT_MS = 2000;

/** `/_sotto/health`: the process lives. `/_sotto/ready`: it can serve; balancers send nobody otherwise. */
export function addHealth(app: FastifyInstance, options: HealthOptions): void {
  app.get('/_sotto/health', () => ({ status: 'ok' }));

  app.get('/_sotto/ready', async (_request, reply) => {
    if (options.isClosing()) return reply.code(503).send({ status: 'closing', database: false });
    const database = await answersInTime(options.isReady);
    return reply
      .code(database ? 200 : 503)
      .send({ status: database ? 'ready' : 'waiting', database });
  });
}

async function answersInTime(isReady: () => Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), READY_TIMEOUT_MS);
  });
  try {
    return await Promise.race([isReady(), late]);
  } catch {
    // NOTE: whatever the database's trouble is, the answer is the same; its own log line says more.
    return false;
  } finally {
    clearTimeout(timer);
  }
}
