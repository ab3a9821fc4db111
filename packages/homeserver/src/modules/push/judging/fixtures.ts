import type { JsonObject, PushRule, PushRuleset, UserId } from '@sotto/protocol';
import type { PushEvent, PushRoom } from './push-event.ts';

export const mira = '@mira:sotto.test' as UserId;
export const jonas = '@jonas:sotto.test' as UserId;
export const NOW = 1_790_000_000_000;
export const noor = '@noor:sotto.test' as UserId;

/** An event, as far as a test cares. */
export interface Given {
  readonly type?: string;
  readonly stateKey?: string;
  readonly sender?: UserId;
  readonly content?: JsonObject;
}

/** What Mira wrote, unless the test says otherwise. */
export function event({
  type = 'm.room.message',
  stateKey,
  sender = mira,
  content = {},
}: Given): PushEvent {
  return {
    type,
    stateKey: stateKey ?? null,
    sender,
    roomId: '!room',
    eventId: '$event',
    content,
  };
}

/** A room that Noor made. */
export function room(
  members: readonly UserId[],
  state: Readonly<Record<string, JsonObject>> = {},
): PushRoom {
  return {
    membersWith: () => members,
    get(type, stateKey) {
      const content = state[`${type} ${stateKey}`] ?? contentOf(type, stateKey);
      // SAFETY: no rule looks at the id of a state event.
      return content && { eventId: '$state' as never, sender: noor, content };
    },
  };

  function contentOf(type: string, stateKey: string): JsonObject | undefined {
    if (type === 'm.room.create') return {};
    // SAFETY: only compared.
    const isMember = type === 'm.room.member' && members.includes(stateKey as UserId);
    return isMember ? { membership: 'join' } : undefined;
  }
}

/** A single rule of one's own, which notifies. */
export function only(kind: keyof PushRuleset, rule: Partial<PushRule>): PushRuleset {
  const empty: PushRuleset = { override: [], content: [], room: [], sender: [], underride: [] };
  const whole = { rule_id: 'own', default: false, enabled: true, actions: ['notify'], ...rule };
  return { ...empty, [kind]: [whole] };
}
