export interface ContactTables {
  /** The one conversation of a set of people. */
  direct_conversation: {
    /** A hash of the sorted user ids: sets of any size make a key of one size. */
    people_key: string;
    room_id: string;
  };
}
