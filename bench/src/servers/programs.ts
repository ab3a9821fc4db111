import { fileURLToPath } from 'node:url';
import type { ServerProgram } from './server-program.ts';

/** The program this file is built into. */
export const BENCH_PROGRAM = fileURLToPath(new URL('../main.js', import.meta.url));

/** Sotto as `npm start` runs it: its own program with its own defaults, only without rate limits. */
export const sotto: ServerProgram = {
  name: 'sotto',
  args: () => [
    '--min-semi-space-size=64',
    '--max-semi-space-size=64',
    fileURLToPath(new URL('../../../apps/server/dist/main.js', import.meta.url)),
  ],
  env: ({ port, dataDir }) => ({
    SOTTO_PORT: `${port}`,
    SOTTO_DATA_DIR: dataDir,
    SOTTO_RATE_LIMITS: 'off',
  }),
  databaseFile: 'sotto.db',
};

export const floor: ServerProgram = {
  name: 'floor',
  args: ({ port, dataDir }) => [BENCH_PROGRAM, 'floor', '--port', `${port}`, '--data-dir', dataDir],
  env: () => ({}),
  databaseFile: 'floor.db',
};
