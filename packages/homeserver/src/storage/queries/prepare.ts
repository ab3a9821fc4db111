import type { CompiledQuery } from 'kysely';
import type { Db } from '../database.ts';
import { directOf, type Result } from '../direct.ts';

/** Runs the query once with all these rows of values, or in several goes if they are many. */
export type Prepared<Values, Row> = (db: Db, rows: readonly Values[]) => Promise<Result<Row>>;

/** Each number of rows is a statement of its own that stays compiled; a batch seldom has more. */
const ROWS_PER_STATEMENT = 64;

/**
 * A query of the hot path: built and compiled once for each engine and each number of rows, then only
 * given its values. `build` sees stand-ins instead of values, so it must not look at them. With more
 * than one row it must be a query that may run in parts.
 */
export function prepare<Values extends object, Row>(
  build: (db: Db, rows: readonly Values[]) => CompiledQuery<Row>,
): Prepared<Values, Row> {
  const byEngine = new WeakMap<object, Map<number, CompiledQuery<Row>>>();

  function compiled(db: Db, count: number): CompiledQuery<Row> {
    const engine = db.getExecutor().adapter;
    const byCount = byEngine.get(engine) ?? new Map<number, CompiledQuery<Row>>();
    byEngine.set(engine, byCount);
    const query = byCount.get(count) ?? build(db, standIns<Values>(count));
    byCount.set(count, query);
    return query;
  }

  async function run(db: Db, rows: readonly Values[]): Promise<Result<Row>> {
    const query = compiled(db, rows.length);
    const parameters = query.parameters.map((parameter) =>
      parameter instanceof StandIn ? parameter.valueIn(rows) : parameter,
    );
    const direct = directOf(db);
    if (direct) return direct(query, parameters);
    const result = await db.executeQuery<Row>({ ...query, parameters });
    return { rows: result.rows, affected: Number(result.numAffectedRows ?? 0) };
  }

  return async (db, rows) => {
    if (rows.length <= ROWS_PER_STATEMENT) return run(db, rows);
    const results: Result<Row>[] = [];
    for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
      results.push(await run(db, rows.slice(start, start + ROWS_PER_STATEMENT)));
    }
    return {
      rows: results.flatMap((result) => result.rows),
      affected: results.reduce((sum, { affected }) => sum + affected, 0),
    };
  };
}

/** Takes the place of one row's value while the query is built. */
class StandIn {
  readonly #row: number;
  readonly #name: string;

  constructor(row: number, name: string) {
    this.#row = row;
    this.#name = name;
  }

  valueIn(rows: readonly object[]): unknown {
    return Reflect.get(rows[this.#row] ?? {}, this.#name);
  }
}

function standIns<Values extends object>(count: number): Values[] {
  return Array.from({ length: count }, (_, row) => {
    const named = new Proxy({}, { get: (_target, name) => new StandIn(row, String(name)) });
    // SAFETY: `build` only passes the properties on to the query, where each is a parameter.
    return named as Values;
  });
}
