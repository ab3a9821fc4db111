import { Type } from 'typebox';
import { authDataSchema } from '../schemas.ts';

/** The `auth` field of an operation that asks again who is there. Some clients send it as null. */
export const authRequestSchema = Type.Optional(Type.Union([authDataSchema, Type.Null()]));
