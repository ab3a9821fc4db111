import { Type } from 'typebox';
import { roomIdSchema } from '../schemas.ts';

/** In the content of a channel's `m.room.create`: its community. Only the server can say so. */
export const COMMUNITY_FIELD = 'app.sotto.community';
/** The type of a room that is a space, and the state that names its rooms. */
export const SPACE_TYPE = 'm.space';
export const SPACE_CHILD_TYPE = 'm.space.child';

/** The most channels a community has that are not closed. */
export const CHANNELS_MAX = 100;
/** The most of them that people are put into when they join the community. */
export const CHANNELS_SUGGESTED_MAX = 20;
/** How many channels a community can begin with. */
export const CHANNELS_FIRST_MAX = 20;
/** How many communities one person can make within a day. */
export const COMMUNITIES_PER_DAY = 5;

/** Below it, everybody in a channel writes; from it on staff only; from the second on nobody. */
export const ANNOUNCEMENT_LEVEL = 50;
export const CLOSED_LEVEL = 150;

/** The spec's bound on what a person reads as a name. */
export const communityNameSchema = Type.String({ minLength: 1, maxLength: 100 });
export const communityTopicSchema = Type.String({ maxLength: 500 });

/** One channel, as it is made. */
export const channelWishSchema = Type.Object(
  {
    name: communityNameSchema,
    topic: Type.Optional(communityTopicSchema),
    announcement: Type.Optional(Type.Boolean()),
    /** Everybody who joins the community is in it at once. Announcement channels are, if nothing is said. */
    suggested: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);

export const communityParams = Type.Object({ roomId: roomIdSchema });
