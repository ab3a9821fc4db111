import { refusalsOf } from '@sotto/kit';

/**
 * Why JSON is refused:
 * - `not_json`: the text is not JSON at all (`M_NOT_JSON`).
 * - `json_too_deep`: objects and arrays nest too far (`M_BAD_JSON`).
 * - `json_forbidden_key`: a key that could reach an object's prototype (`M_BAD_JSON`).
 * - `json_not_canonical`: a value Matrix events cannot hold, such as a fraction (`M_BAD_JSON`).
 */
export type JsonRefusal =
  'not_json' | 'json_too_deep' | 'json_forbidden_key' | 'json_not_canonical';

export const refuseJson = refusalsOf<JsonRefusal>();
