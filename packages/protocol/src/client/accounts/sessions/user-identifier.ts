import { Type } from 'typebox';

/**
 * Names an account. Which further fields it has depends on its type.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#identifier-types
 */
export const userIdentifierSchema = Type.Object({
  type: Type.String(),
  user: Type.Optional(Type.String()),
});
