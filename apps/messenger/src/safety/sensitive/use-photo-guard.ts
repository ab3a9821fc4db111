import type { Account, Contact, Message } from '@sotto/client';
import { useObservable } from '@sotto/ui';
import { useAccount } from '../../app/index.ts';
import { guardOf, type Guard, type Standing } from './guard-rules.ts';

export interface PhotoGuard {
  readonly guard: Guard;
  readonly minor: boolean;
  readonly fromContact: boolean;
  /** Whether it may be kept as a file, which nothing blurs. */
  readonly mayBeSaved: boolean;
}

type Sent = Pick<Message, 'mine' | 'sender'>;

interface Known {
  readonly minor: boolean | null;
  readonly blurs: boolean;
  readonly contacts: readonly Contact[] | null;
}

function photoGuardOf({ minor, blurs, contacts }: Known, { mine, sender }: Sent): PhotoGuard {
  const known = contacts?.find(({ person }) => person.userId === sender.userId);
  const standing: Standing =
    contacts === null ? null : known ? (known.contact ? 'contact' : 'followed') : 'none';
  const fromContact = standing === 'contact';
  return {
    guard: guardOf({ minor, blurs, mine, standing }),
    minor: minor === true,
    fromContact,
    mayBeSaved: mine || fromContact || minor === false,
  };
}

/** How photos of this message may be shown to me. */
export function usePhotoGuard(message: Sent): PhotoGuard {
  const { people, preferences } = useAccount();
  const minor = useObservable(people.minor);
  const contacts = useObservable(people.contacts);
  const { blurSensitivePhotos: blurs } = useObservable(preferences);
  return photoGuardOf({ minor, blurs, contacts }, message);
}

/** Whether I may keep this photo as a file, as things stand now. */
export function mayBeSaved({ people }: Pick<Account, 'people'>, message: Sent): boolean {
  const known = { minor: people.minor.get(), blurs: false, contacts: people.contacts.get() };
  return photoGuardOf(known, message).mayBeSaved;
}
