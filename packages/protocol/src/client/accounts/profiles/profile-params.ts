import { Type } from 'typebox';
import { userIdSchema } from '../../schemas.ts';

/** The path of one field. The key's own limit is the service's: going past it has its own error code. */
export const profileFieldParamsSchema = Type.Object({
  userId: userIdSchema,
  keyName: Type.String({ minLength: 1 }),
});
