import { hash, verify } from '@node-rs/argon2';
import { createWorkQueue } from '@sotto/kit';
import { refuse } from '../errors.ts';
import { PASSWORD_BYTES_MAX } from './password-rules.ts';

/** argon2's memory in KiB and passes. */
export interface PasswordCost {
  readonly memoryKib: number;
  readonly passes: number;
}

/** @see https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html */
const OWASP_COST: PasswordCost = { memoryKib: 19_456, passes: 2 };

/** Each takes 19 MiB and a thread of the pool that file access shares. */
export const HASHES_PARALLEL_MAX = 2;
/** A second or two of waiting on a small machine; whoever comes later is told to come back. */
export const HASHES_WAITING_MAX = 64;
const BUSY_RETRY_MS = 2_000;

export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** Without a hash it works as long and says no, so that the time does not tell who exists. */
  verify(storedHash: string | null, password: string): Promise<boolean>;
}

export function createPasswordHasher(cost: PasswordCost = OWASP_COST): PasswordHasher {
  const options = { memoryCost: cost.memoryKib, timeCost: cost.passes, parallelism: 1 };
  const queue = createWorkQueue({
    runningMax: HASHES_PARALLEL_MAX,
    waitingMax: HASHES_WAITING_MAX,
  });
  let decoy: Promise<string> | null = null;

  async function inLine<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = queue.run(work);
    if (result) return result;
    throw refuse('passwords_busy', 'Many people are signing in. Try again in a moment.', {
      retry_after_ms: BUSY_RETRY_MS,
    });
  }

  return {
    hash: (password) => inLine(() => hash(formOf(password), options)),
    async verify(storedHash, password) {
      const isPossible = Buffer.byteLength(password) <= PASSWORD_BYTES_MAX;
      const tried = isPossible ? formOf(password) : '';
      const matches = await inLine(async () => {
        decoy ??= hash('nobody has this password', options);
        return verify(storedHash ?? (await decoy), tried);
      });
      return matches && isPossible && storedHash !== null;
    },
  };
}

/** Keyboards differ in how they compose the same letter. */
function formOf(password: string): string {
  return password.normalize('NFKC');
}
