import type { DeviceLinkState, Discoverability } from '@sotto/protocol';
import type { Generated } from 'kysely';

export interface AccountTables {
  account: {
    user_id: string;
    /** An argon2id hash; null once deactivated. */
    password_hash: string | null;
    created_ms: number;
    /** The name stays taken for ever: nobody may become someone else's correspondent. */
    deactivated_ms: number | null;
    /** 1 if the person asked for their content to be erased. */
    erased: number;
    display_name: string | null;
    avatar_url: string | null;
    /** When a name or picture took the place of another; null if never. */
    name_changed_ms: number | null;
    photo_changed_ms: number | null;
    discoverability: Discoverability;
    /** 1 if the operator vouches that it belongs to a business. */
    business: number;
    /** Since when they may read and leave, and nothing else; null if they are not suspended. */
    suspended_ms: number | null;
    /** 1 if the operator made them a moderator. */
    moderator: number;
  };
  /** Profile fields beside the name and the picture. */
  profile_field: {
    user_id: string;
    name: string;
    /** JSON. */
    value: string;
  };
  device: {
    user_id: string;
    device_id: string;
    display_name: string | null;
    created_ms: number;
    last_seen_ms: number;
    last_seen_ip: string;
    /** Where it signed in first; null for devices from before this was kept. */
    first_seen_ip: string | null;
    /** What it said it was as it signed in. */
    user_agent: string | null;
    /** The device that let it in by linking. It may be gone by now. */
    linked_by: string | null;
  };
  /** An access token and what renews it. A device has several only while it is refreshing. */
  session: {
    id: Generated<number>;
    user_id: string;
    device_id: string;
    /** SHA-256, as all tokens here. */
    access_hash: string;
    /** Null for clients that do not refresh: their access token does not expire. */
    refresh_hash: string | null;
    access_expires_ms: number | null;
    /** 0 until the client shows that it received these tokens; then the earlier ones end. */
    confirmed: number;
  };
  /** Signs one device in, once. */
  login_token: {
    token_hash: string;
    user_id: string;
    /** The device that asked for it, or let another one in. */
    device_id: string;
    links: number;
    expires_ms: number;
  };
  /** A device that is not signed in asks to be. Kept until it expires, however it ended. */
  device_link: {
    link_id: string;
    /** As it is: a hash of so few signs would hide nothing. */
    code: string;
    secret_hash: string;
    client_name: string | null;
    address: string;
    /** What `address` is counted under. */
    network: string;
    created_ms: number;
    expires_ms: number;
    state: Exclude<DeviceLinkState, 'expired'>;
    /** What the new device shows once its code was entered, and three to choose from. */
    number: number;
    numbers: string;
    /** Who entered the code; null before. */
    user_id: string | null;
    device_id: string | null;
  };
  /** What a person can be found by: each ending of their localpart and name, so that a search is a range. */
  directory_entry: {
    rank: number;
    term: string;
    user_id: string;
  };
}
