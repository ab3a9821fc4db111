import type { JsonObject } from '@sotto/protocol';

/** A contract says "any object"; having come through the JSON parser, it is a JSON object. */
export function asJson(object: Record<string, unknown> | undefined): JsonObject {
  // SAFETY: request bodies are made by the JSON parser only.
  return (object ?? {}) as JsonObject;
}
