import { Type } from 'typebox';

/**
 * Where clients of this server find it.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#well-known-uris
 */
export const wellKnownSchema = Type.Object({
  'm.homeserver': Type.Object({ base_url: Type.String() }),
});
