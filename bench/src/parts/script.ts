import { fileURLToPath } from 'node:url';
import { measureFirstLoad } from '../measure/script-size.ts';
import { RunError } from '../run-error.ts';
import type { Figures } from '../report/bars.ts';

/** The messenger as it is built. */
const WEB_ROOT = fileURLToPath(new URL('../../../apps/messenger/dist', import.meta.url));

/** What somebody downloads before they see the first screen. */
export async function measureScript(): Promise<Figures> {
  const { gzipBytes } = await measureFirstLoad(WEB_ROOT).catch((cause: unknown) => {
    throw new RunError('The messenger is not built; "npm start" builds it.', { cause });
  });
  return { scriptKilobytes: gzipBytes / 1000 };
}
