import type { Discoverability } from '@sotto/protocol';
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
  /** What a person can be found by: each ending of their localpart and name, so that a search is a range. */
  directory_entry: {
    rank: number;
    term: string;
    user_id: string;
  };
}
