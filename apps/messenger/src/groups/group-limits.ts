/** The longest name of a group, and its longest description, in UTF-16 units. */
export const NAME_LENGTH_MAX = 100;
export const DESCRIPTION_LENGTH_MAX = 1_000;
/** The longest label of a member, and the longest reason somebody is given. */
export const LABEL_LENGTH_MAX = 24;
export const REASON_LENGTH_MAX = 200;
