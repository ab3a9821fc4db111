import { Kysely, PostgresDialect } from 'kysely';
import { DatabaseError, Pool, TypeOverrides, types } from 'pg';
import { LostRaceError, WRITE_ATTEMPTS_MAX, type Database, type Txn } from './database.ts';
import { answers } from './ping.ts';
import type { Schema } from './schema.ts';

const CONNECTIONS_MAX = 12;
/** serialization_failure, deadlock_detected: Postgres asks for the transaction to be tried again. */
const TRY_AGAIN_STATES = new Set(['40001', '40P01']);

function shouldTryAgain(cause: unknown): boolean {
  if (cause instanceof LostRaceError) return true;
  return cause instanceof DatabaseError && TRY_AGAIN_STATES.has(cause.code ?? '');
}

export async function openPostgres(
  url: string,
  onIdleError: (cause: Error) => void,
): Promise<Database> {
  const parsers = new TypeOverrides();
  // Our bigints are times and positions, far below 2^53.
  parsers.setTypeParser(types.builtins.INT8, Number);
  const pool = new Pool({ connectionString: url, max: CONNECTIONS_MAX, types: parsers });
  // An idle connection may break when the server restarts; the pool replaces it.
  pool.on('error', onIdleError);
  const read = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });

  return {
    engine: 'postgres',
    read,
    async write(work) {
      for (let attempt = 1; ; attempt += 1) {
        const effects: (() => void)[] = [];
        try {
          const value = await read.transaction().execute((db) => {
            const txn: Txn = {
              engine: 'postgres',
              db,
              afterCommit: (effect) => effects.push(effect),
            };
            return work(txn);
          });
          for (const effect of effects) effect();
          return value;
        } catch (cause) {
          if (!shouldTryAgain(cause) || attempt >= WRITE_ATTEMPTS_MAX) throw cause;
        }
      }
    },
    ping: () => answers(read),
    close: () => read.destroy(),
  };
}
