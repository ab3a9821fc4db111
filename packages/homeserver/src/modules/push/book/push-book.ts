import type { PushRuleset, QuietHours, UserId } from '@sotto/protocol';
import type { Database, Txn } from '../../../storage/index.ts';
import { compileRules, defaultCompiledRules, type CompiledRules } from '../judging/evaluate.ts';
import { NO_OWN_RULES, rulesetOf, type OwnRules } from '../rules/own-rules.ts';
import { pushStore } from './push-store.ts';
import { createQuietClock } from './quiet-clock.ts';

/**
 * Everybody's push rules and quiet hours, remembered: they are asked for every message and everyone it goes
 * to. Most people have the default rules, which are compiled once for all; those of others when first asked.
 */
export interface PushBook {
  rulesOf(userId: UserId): CompiledRules;
  rulesetOf(userId: UserId): PushRuleset;
  /** Whether what `sender` writes is not to disturb `owner` now. */
  isQuiet(owner: UserId, sender: UserId, nowMs: number): boolean;
  putRules(txn: Txn, owner: UserId, rules: OwnRules): Promise<void>;
  putHours(txn: Txn, owner: UserId, hours: QuietHours): Promise<void>;
  removePerson(txn: Txn, userId: UserId): Promise<void>;
}

interface Remembered {
  readonly rules: OwnRules;
  compiled: CompiledRules | null;
}

export async function openPushBook(db: Database): Promise<PushBook> {
  const rules = new Map<UserId, Remembered>();
  const hours = new Map<UserId, QuietHours>();
  const clock = createQuietClock();
  for (const known of await pushStore.listRules(db.read)) {
    rules.set(known.owner, { rules: known.rules, compiled: null });
  }
  for (const known of await pushStore.listHours(db.read)) hours.set(known.owner, known.hours);

  return {
    rulesOf(userId) {
      const known = rules.get(userId);
      if (!known) return defaultCompiledRules;
      return (known.compiled ??= compileRules(rulesetOf(userId, known.rules), userId));
    },
    rulesetOf: (userId) => rulesetOf(userId, rules.get(userId)?.rules ?? NO_OWN_RULES),

    isQuiet(owner, sender, nowMs) {
      const kept = hours.get(owner);
      if (!kept || kept.except?.includes(sender)) return false;
      return clock.isQuiet(kept, nowMs);
    },

    async putRules(txn, owner, changed) {
      await pushStore.putRules(txn, owner, changed);
      txn.afterCommit(() => rules.set(owner, { rules: changed, compiled: null }));
    },

    async putHours(txn, owner, changed) {
      await pushStore.putHours(txn, owner, changed);
      txn.afterCommit(() => hours.set(owner, changed));
    },

    async removePerson(txn, userId) {
      await pushStore.removePerson(txn, userId);
      txn.afterCommit(() => {
        rules.delete(userId);
        hours.delete(userId);
      });
    },
  };
}
