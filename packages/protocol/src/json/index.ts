export { CANONICAL_DEPTH_MAX, canonicalJson } from './canonical-json.ts';
export { type JsonRefusal } from './json-refusal.ts';
export {
  isJsonObject,
  ownValue,
  type JsonArray,
  type JsonObject,
  type JsonValue,
} from './json-value.ts';
export { JSON_LIMITS, parseJson, type JsonLimits } from './parse-json.ts';
export { fitsUtf8, utf8Length } from './utf8-length.ts';
