import type {
  Audience,
  Discoverability,
  Relationship,
  Treatment,
  UserId,
  VisibleThing,
} from '@sotto/protocol';
import type { Observable } from '../observable.ts';
import type { Outcome, Person } from './basic.ts';

/** What I have said of somebody, and they of me. */
export interface Relation {
  /** One of my contacts: they reach me without asking. They are not told. */
  readonly contact: boolean;
  readonly follows: boolean;
  readonly followsMe: boolean;
  /** The label of my contact link through which they came. */
  readonly linkLabel: string | null;
}

/** What helps to tell somebody I know from somebody who pretends. */
export interface PersonCard extends Relation {
  /** Who runs the server says that it is one. */
  readonly business: boolean;
  /** The day their account was made. */
  readonly accountCreatedMs: number;
  readonly mutualGroups: number;
  readonly mutualContacts: number;
  /** Null if never. */
  readonly nameChangedMs: number | null;
  readonly photoChangedMs: number | null;
  readonly keysChangedMs: number | null;
}

/** One of my contacts, or somebody I follow. */
export interface Contact extends Relation {
  readonly person: Person;
}

/** What somebody says of themselves. Empty texts are not set. */
export interface ProfileDetails {
  readonly bio: string;
  readonly pronouns: string;
  /** An IANA time zone. */
  readonly timeZone: string;
}

/** What I call somebody and know about them. Encrypted; nobody else can read it, the server neither. */
export interface PrivateNote {
  readonly nickname: string;
  readonly note: string;
}

/** Who may reach me, and how; each relationship is set, to its default if nothing else. */
export type MessageRules = Readonly<Record<Relationship, Treatment>>;

/** Who sees that I have read, that I type, that I am there, when I last was. */
export type Audiences = Readonly<Record<VisibleThing, Audience>>;

/** Whoever has its address may write to me without asking. */
export interface ContactLink {
  readonly token: string;
  /** To hand out. */
  readonly address: string;
  readonly label: string;
  readonly createdMs: number;
  readonly uses: number;
  /** Null for any number. */
  readonly usesMax: number | null;
  /** Null for always. */
  readonly expiresMs: number | null;
}

/** The people I know, and who gets to know me. */
export interface PeopleBook {
  /** My contacts and whom I follow, in the order of their names. Null until it is known. */
  readonly contacts: Observable<readonly Contact[] | null>;
  /** Whether the server protects me as a minor. Null until it is known. */
  readonly minor: Observable<boolean | null>;
  setRelation(
    userId: UserId,
    change: { readonly contact?: boolean; readonly follows?: boolean },
  ): Promise<Outcome>;
  /** Null if there is no such person, or none for me. */
  findCard(userId: UserId): Promise<PersonCard | null>;
  findDetails(userId: UserId): Promise<ProfileDetails | null>;
  /** Mine. */
  setDetails(details: ProfileDetails): Promise<Outcome>;

  /** By user id; people without one are left out. Null while they cannot be read on this device. */
  readonly notes: Observable<ReadonlyMap<UserId, PrivateNote> | null>;
  setNote(userId: UserId, note: PrivateNote): Promise<Outcome>;

  readonly blocked: Observable<readonly UserId[]>;
  block(userId: UserId): Promise<Outcome>;
  unblock(userId: UserId): Promise<Outcome>;

  readonly rules: Observable<MessageRules>;
  setRules(change: Partial<MessageRules>): Promise<Outcome>;
  /** Exceptions for single people and conversations, which another client may have made, stay. */
  readonly audiences: Observable<Audiences>;
  setAudience(thing: VisibleThing, audience: Audience): Promise<Outcome>;
  readonly discoverability: Observable<Discoverability>;
  setDiscoverability(mode: Discoverability): Promise<Outcome>;

  listLinks(): Promise<readonly ContactLink[]>;
  createLink(wish: {
    readonly label: string;
    readonly usesMax: number | null;
    readonly expiresMs: number | null;
  }): Promise<Outcome<ContactLink>>;
  revokeLink(token: string): Promise<Outcome>;
  /** Whose link it is; null if it does not work any more. */
  findLinkOwner(token: string): Promise<Person | null>;
}
