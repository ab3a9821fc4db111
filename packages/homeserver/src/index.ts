export { createHomeserver } from './compose.ts';
export type { Homeserver } from './homeserver.ts';
export type { HomeserverOptions, SigningKey } from './options.ts';
export type { Random } from './platform.ts';
