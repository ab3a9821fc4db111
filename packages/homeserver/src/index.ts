export { createHomeserver, type Homeserver } from './compose.ts';
export type { HomeserverOptions, SigningKey } from './options.ts';
export type { Random } from './platform.ts';
