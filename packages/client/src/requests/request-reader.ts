import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import type { RoomId, UserId } from '@sotto/protocol';
import type { PersonCard, RequestSummary } from '../types/index.ts';
import { openSlot } from '../platform/key-value-store.ts';
import { readCommunityOffer } from './community-offer.ts';
import type { ListedRequest } from './request-answer.ts';
import type { RequestContext } from './request-context.ts';
import { groupNameOf, readGroupOffer } from './request-group.ts';
import { readMessages } from './request-messages.ts';

/** What the server says of a request. */
export interface RequestDetails {
  readonly listed: ListedRequest;
  readonly events: readonly MatrixEvent[];
  /** Of a community; null for anything else, and until it is known. */
  readonly channelCount: number | null;
}

/** Reads invitations as requests. An invitation may not say when it was made; then it is now. */
export interface RequestReader {
  /** Without details it is what the invitation says, which this device has also offline. */
  read(room: Room, details: RequestDetails | null): RequestSummary | null;
}

const SEEN_MAX = 500;
const POLICY_TYPE = 'app.sotto.message_policy';

export async function openRequestReader({
  matrix: { client, userId: me },
  people,
  knownPeople,
  platform: { store },
  clock,
}: RequestContext): Promise<RequestReader> {
  const slot = openSlot<readonly (readonly [string, number])[]>(store, 'requests-seen');
  const seen = new Map(await slot.get());

  function firstSeenMs(roomId: string): number {
    const known = seen.get(roomId);
    if (known !== undefined) return known;
    const nowMs = clock.nowMs();
    seen.set(roomId, nowMs);
    void slot.set([...seen].slice(-SEEN_MAX));
    return nowMs;
  }

  /** Until the server says whose requests are, all of them are blurred if any are to be. */
  function mayBeBlurred(): boolean {
    const policy = client.store.getAccountData(POLICY_TYPE)?.getContent();
    return JSON.stringify(policy ?? {}).includes('"blur"');
  }

  return {
    read(room, details) {
      const invitation = room.getMember(me)?.events.member;
      const inviter = invitation?.getSender();
      if (!invitation || !inviter || inviter === me) return null;
      const listed = details?.listed;
      const saidAtMs = listed?.received_ts ?? invitation.getTs();
      const community = readCommunityOffer(room, details?.channelCount ?? null);
      const isDirect =
        community === null && (listed?.direct ?? invitation.getContent()['is_direct'] === true);
      return {
        // SAFETY: rooms and people are named by their full Matrix ids.
        id: room.roomId as RoomId,
        from: people.inRoom(inviter as UserId, room),
        receivedAtMs: saidAtMs > 0 ? saidAtMs : firstSeenMs(room.roomId),
        kind: community ? 'community' : isDirect ? 'direct' : 'group',
        groupName: isDirect ? null : groupNameOf(room),
        group: isDirect
          ? null
          : readGroupOffer({ people, knownPeople }, room, {
              invitation: invitation.getContent(),
              told: listed?.group ?? null,
            }),
        community,
        blurred: listed ? listed.treatment === 'blur' : mayBeBlurred(),
        messages: details && readMessages(details.events),
        card: listed ? readCard(listed.card) : null,
      };
    },
  };
}

function readCard(card: ListedRequest['card']): PersonCard {
  return {
    contact: card.contact,
    follows: card.follows,
    followsMe: card.follows_you,
    linkLabel: card.link_label ?? null,
    business: card.business,
    accountCreatedMs: card.account_created_ts,
    mutualGroups: card.mutual_groups,
    mutualContacts: card.mutual_contacts,
    nameChangedMs: card.name_changed_ts ?? null,
    photoChangedMs: card.photo_changed_ts ?? null,
    keysChangedMs: card.keys_changed_ts ?? null,
  };
}
