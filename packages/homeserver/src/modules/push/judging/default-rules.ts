import type { PushCondition, PushRule, PushRuleset, UserId } from '@sotto/protocol';

const SOUND = { set_tweak: 'sound', value: 'default' };
const HIGHLIGHT = { set_tweak: 'highlight' };

function eventMatch(key: string, pattern: string): PushCondition {
  return { kind: 'event_match', key, pattern };
}

function rule(
  ruleId: string,
  conditions: PushCondition[],
  actions: PushRule['actions'] = [],
): PushRule {
  return { rule_id: ruleId, default: true, enabled: true, conditions, actions };
}

/**
 * The rules everyone begins with, in the specification's order.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#predefined-rules
 */
export function defaultRulesFor(userId: UserId): PushRuleset {
  return {
    override: [
      { ...rule('.m.rule.master', []), enabled: false },
      rule('.m.rule.suppress_notices', [eventMatch('content.msgtype', 'm.notice')]),
      rule(
        '.m.rule.invite_for_me',
        [
          eventMatch('type', 'm.room.member'),
          eventMatch('content.membership', 'invite'),
          eventMatch('state_key', userId),
        ],
        ['notify', SOUND],
      ),
      rule('.m.rule.member_event', [eventMatch('type', 'm.room.member')]),
      rule(
        '.m.rule.is_user_mention',
        [
          {
            kind: 'event_property_contains',
            key: 'content.m\\.mentions.user_ids',
            value: userId,
          },
        ],
        ['notify', SOUND, HIGHLIGHT],
      ),
      rule(
        '.m.rule.is_room_mention',
        [
          { kind: 'event_property_is', key: 'content.m\\.mentions.room', value: true },
          { kind: 'sender_notification_permission', key: 'room' },
        ],
        ['notify', HIGHLIGHT],
      ),
      rule(
        '.m.rule.tombstone',
        [eventMatch('type', 'm.room.tombstone'), eventMatch('state_key', '')],
        ['notify', HIGHLIGHT],
      ),
      rule('.m.rule.reaction', [eventMatch('type', 'm.reaction')]),
      rule('.m.rule.room.server_acl', [
        eventMatch('type', 'm.room.server_acl'),
        eventMatch('state_key', ''),
      ]),
      rule('.m.rule.suppress_edits', [
        {
          kind: 'event_property_is',
          key: 'content.m\\.relates_to.rel_type',
          value: 'm.replace',
        },
      ]),
    ],
    content: [],
    room: [],
    sender: [],
    underride: [
      rule(
        '.m.rule.call',
        [eventMatch('type', 'm.call.invite')],
        ['notify', { set_tweak: 'sound', value: 'ring' }],
      ),
      rule(
        '.m.rule.encrypted_room_one_to_one',
        [{ kind: 'room_member_count', is: '2' }, eventMatch('type', 'm.room.encrypted')],
        ['notify', SOUND],
      ),
      rule(
        '.m.rule.room_one_to_one',
        [{ kind: 'room_member_count', is: '2' }, eventMatch('type', 'm.room.message')],
        ['notify', SOUND],
      ),
      rule('.m.rule.message', [eventMatch('type', 'm.room.message')], ['notify']),
      rule('.m.rule.encrypted', [eventMatch('type', 'm.room.encrypted')], ['notify']),
    ],
  };
}
