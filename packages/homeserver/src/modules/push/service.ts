import type { Clock } from '@sotto/kit';
import {
  localMoment,
  quietHoursSchema,
  SILENT_FIELD,
  type PushAction,
  type PushRule,
  type PushRuleset,
  type QuietHours,
  type UserId,
} from '@sotto/protocol';
import { Compile } from 'typebox/compile';
import type { Database, Txn } from '../../storage/index.ts';
import type { InboxService, Notify } from '../inbox/index.ts';
import type { PushBook } from './book/push-book.ts';
import { pushStore } from './book/push-store.ts';
import { refuse } from './errors.ts';
import { evaluatePush } from './judging/evaluate.ts';
import type { PushEvent, PushRoom } from './judging/push-event.ts';
import {
  withChange,
  withoutOver,
  withoutRule,
  withRule,
  type Neighbours,
} from './rules/change-rules.ts';
import { getRule, NO_OWN_RULES, type OwnRules } from './rules/own-rules.ts';
import {
  checkActions,
  checkKind,
  checkOwnRuleId,
  checkSpace,
  readRule,
  type GivenRule,
} from './rules/rule-rules.ts';

/** A rule as a path names it: of any kind, known or not. */
export interface NamedRule {
  readonly kind: string;
  readonly ruleId: string;
}

/** People's push rules and quiet hours, and what they make of an event. */
export interface PushService {
  /** How an event counts for one person. */
  notifyOf(event: PushEvent, room: PushRoom, userId: UserId): Notify;
  rulesetOf(userId: UserId): PushRuleset;
  /** Throws a refusal if there is none. */
  getRule(userId: UserId, named: NamedRule): PushRule;
  setRule(userId: UserId, named: NamedRule, rule: GivenRule & Neighbours): Promise<void>;
  removeRule(userId: UserId, named: NamedRule): Promise<void>;
  setEnabled(userId: UserId, named: NamedRule, enabled: boolean): Promise<void>;
  setActions(userId: UserId, named: NamedRule, actions: readonly PushAction[]): Promise<void>;
  /** Takes over what somebody's client has just written. Throws a refusal if these are no such hours. */
  takeQuietHours(txn: Txn, owner: UserId, content: unknown): Promise<void>;
  removePerson(txn: Txn, userId: UserId): Promise<void>;
}

export interface PushDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly inbox: Pick<InboxService, 'deliver'>;
  readonly book: PushBook;
  /** Keeps two changes of one person's rules from overwriting each other. */
  readonly lock: (txn: Txn, userId: UserId) => Promise<unknown>;
}

const PUSH_RULES = { kind: 'account_data', roomKey: null, subject: 'm.push_rules' } as const;

const hoursValidator = Compile(quietHoursSchema);

export function createPushService({ db, clock, inbox, book, lock }: PushDeps): PushService {
  /** Changes one person's rules and tells their devices. */
  function change(userId: UserId, changed: (rules: OwnRules) => OwnRules): Promise<void> {
    return db.write(async (txn) => {
      await lock(txn, userId);
      const known = (await pushStore.findRules(txn.db, userId)) ?? NO_OWN_RULES;
      const rules = changed(withoutOver(known, clock.nowMs()));
      checkSpace(rules);
      await book.putRules(txn, userId, rules);
      await inbox.deliver(txn, [{ userId, entry: PUSH_RULES }]);
    });
  }

  const placeOf = ({ kind, ruleId }: NamedRule) => ({ kind: checkKind(kind), ruleId });

  return {
    notifyOf(event, room, userId) {
      const nowMs = clock.nowMs();
      const notify = evaluatePush(book.rulesOf(userId), event, { userId, room, nowMs });
      if (notify === 0) return 0;
      const isSilent = event.content[SILENT_FIELD] === true;
      return isSilent || book.isQuiet(userId, event.sender, nowMs) ? 3 : notify;
    },

    rulesetOf: (userId) => book.rulesetOf(userId),

    getRule: (userId, named) => getRule(book.rulesetOf(userId), placeOf(named)),

    async setRule(userId, named, { before, after, ...given }) {
      const { kind, ruleId } = placeOf(named);
      checkOwnRuleId(kind, ruleId);
      const rule = readRule(kind, ruleId, given);
      await change(userId, (rules) => withRule(rules, kind, rule, { before, after }));
    },

    async removeRule(userId, named) {
      const place = placeOf(named);
      checkOwnRuleId(place.kind, place.ruleId);
      await change(userId, (rules) => withoutRule(rules, place));
    },

    async setEnabled(userId, named, enabled) {
      const place = placeOf(named);
      await change(userId, (rules) => withChange(userId, rules, place, { enabled }));
    },

    async setActions(userId, named, actions) {
      const place = placeOf(named);
      checkActions(actions);
      await change(userId, (rules) => withChange(userId, rules, place, { actions }));
    },

    takeQuietHours: (txn, owner, content) => book.putHours(txn, owner, readQuietHours(content)),
    removePerson: (txn, userId) => book.removePerson(txn, userId),
  };
}

/** Throws a refusal unless these are quiet hours. */
function readQuietHours(content: unknown): QuietHours {
  if (!hoursValidator.Check(content)) {
    const [fault] = hoursValidator.Errors(content);
    const where = fault?.instancePath ?? '';
    throw refuse('quiet_hours_invalid', `These hours cannot be read${where && ` at ${where}`}.`);
  }
  if (localMoment(content.time_zone, 0) === null) {
    throw refuse('quiet_hours_invalid', 'This time zone is not known.');
  }
  return content;
}
