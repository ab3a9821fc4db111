import { Type } from 'typebox';
import { roomIdSchema, userIdSchema } from '../schemas.ts';

const typeSchema = Type.String({ minLength: 1, maxLength: 255 });

/** The path of one type of a person's account data. */
export const accountDataParamsSchema = Type.Object({ userId: userIdSchema, type: typeSchema });

/** The path of one type of a person's account data in one room. */
export const roomAccountDataParamsSchema = Type.Object({
  userId: userIdSchema,
  roomId: roomIdSchema,
  type: typeSchema,
});
