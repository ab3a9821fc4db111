export { hostOf, type ShownHost } from './links/shown-host.ts';
export { openShield, type Shield } from './open-shield.ts';
export { hashPhoto, photoHashSize, type PhotoHash } from './people/photo-hash.ts';
export { limits as shieldLimits } from './rules/rules.ts';
export type * from './types.ts';
