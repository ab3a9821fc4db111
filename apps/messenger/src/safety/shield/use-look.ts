import type { Message, Person, ShieldBook } from '@sotto/client';
import type { RoomId } from '@sotto/protocol';
import { openShield, type Sender } from '@sotto/shield';
import { useObservable } from '@sotto/ui';
import { useMemo } from 'react';
import { useAccount } from '../../app/index.ts';
import { useNowMs } from '../../conversation/time/reader-calendar.ts';
import { hostnameOf, peopleWorthImitating, relationOf, senderOf } from './acquaintance.ts';
import { useShieldSettings } from './use-shield-book.ts';
import { usePhotoHashes } from './use-photo-hashes.ts';
import type { Look } from './use-warnings.ts';

const DAY_MS = 86_400_000;

/** What a conversation is looked at with; null while the shield is off, or not everything is known. */
export function useLook(book: ShieldBook | null, id: RoomId, person: Person | null) {
  const contacts = useObservable(useAccount().people.contacts);
  const settings = useShieldSettings(book);
  const on = settings?.on === true;
  // Days are as fine as it needs to be: nothing is looked at again within one.
  const dayMs = Math.floor(useNowMs() / DAY_MS) * DAY_MS;

  const known = useMemo(() => {
    if (book === null || contacts === null || !on) return null;
    const shield = openShield({ homeDomains: [hostnameOf(book.homeDomain)] });
    const relationTo = (other: Person): Sender['relation'] => {
      // In a group nobody came to me.
      const beginning = other.userId === person?.userId ? book.findBeginning(id) : null;
      return relationOf(other, contacts, { beginning, nowMs: dayMs });
    };
    const look: Look = {
      shield,
      senderOf: ({ sender }: Message) => senderOf(sender, relationTo(sender)),
    };
    return { look, relationTo, contacts };
  }, [book, contacts, on, id, person, dayMs]);

  const relation = known && person && known.relationTo(person);
  const hashes = usePhotoHashes(relation === 'new' ? person : null, contacts);
  return useMemo(() => {
    if (known === null) return null;
    const { look, relationTo } = known;
    const imitated =
      person === null || relation === null
        ? []
        : look.shield.checkSender(
            senderOf(person, relation, hashes),
            peopleWorthImitating(known.contacts, hashes),
          );
    return { look, relationTo, imitated };
  }, [known, person, relation, hashes]);
}
