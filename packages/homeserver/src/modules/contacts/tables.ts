import type { Generated } from 'kysely';

export interface ContactTables {
  /** The one conversation of a set of people. */
  direct_conversation: {
    /** A hash of the sorted user ids: sets of any size make a key of one size. */
    people_key: string;
    room_id: string;
  };
  /** What one person is to another, as far as either has said. */
  contact: {
    owner: string;
    subject: string;
    is_contact: number;
    follows: number;
    /** The label of the owner's contact link through which the other came; null if through none. */
    link_label: string | null;
    added_ms: number;
  };
  /** `m.ignored_user_list` as rows. */
  block: {
    owner: string;
    subject: string;
  };
  /** `app.sotto.visibility`, of those who have set it. */
  visibility: {
    owner: string;
    /** JSON. */
    settings: string;
  };
  /** An invitation somebody has or had to answer. */
  request: {
    receiver: string;
    room_id: string;
    sender: string;
    /** 1 if it is a conversation of the two. */
    direct: number;
    treatment: string;
    state: string;
    received_ms: number;
  };
  /** How much has been written in a room while nobody but its writer was in it. */
  request_budget: {
    room_id: string;
    messages: number;
  };
  /** What receivers held against a sender. */
  unwelcome: {
    id: Generated<number>;
    sender: string;
    points: number;
    at_ms: number;
  };
  contact_link: {
    token: string;
    owner: string;
    label: string;
    created_ms: number;
    uses: number;
    uses_max: number | null;
    expires_ms: number | null;
  };
}
