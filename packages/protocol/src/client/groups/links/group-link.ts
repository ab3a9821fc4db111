import { Type } from 'typebox';
import { roomIdSchema, userIdSchema } from '../../schemas.ts';

/** How many links that work one group may have at a time. */
export const GROUP_LINKS_MAX = 50;
/** The longest label, in UTF-16 units. */
export const GROUP_LINK_LABEL_MAX = 60;

/** Whoever has the token may join the group, or ask to, if it asks to be asked. */
export const groupLinkSchema = Type.Object({
  token: Type.String(),
  /** For those who may see the links only. */
  label: Type.String(),
  created_by: userIdSchema,
  created_ts: Type.Integer(),
  /** How many people have used it. */
  uses: Type.Integer(),
  /** How many may; absent for any number. */
  uses_max: Type.Optional(Type.Integer()),
  /** Until when; absent for always. */
  expires_ts: Type.Optional(Type.Integer()),
});

export const groupParamsSchema = Type.Object({ roomId: roomIdSchema });
export const groupLinkParamsSchema = Type.Object({ token: Type.String({ maxLength: 255 }) });
