import { Type } from 'typebox';

/** How many links that work one person may have at a time. */
export const CONTACT_LINKS_MAX = 100;
/** The longest label, in UTF-16 units. */
export const CONTACT_LINK_LABEL_MAX = 60;

/** Whoever has the token may start a conversation with its owner without asking. */
export const contactLinkSchema = Type.Object({
  token: Type.String(),
  /** For its owner only. */
  label: Type.String(),
  created_ts: Type.Integer(),
  /** How many people have used it. */
  uses: Type.Integer(),
  /** How many may; absent for any number. */
  uses_max: Type.Optional(Type.Integer()),
  /** Until when; absent for always. */
  expires_ts: Type.Optional(Type.Integer()),
});
