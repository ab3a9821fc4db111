/**
 * Stands in for finding a server by its name, which the SDK would repeat every so often if
 * `clientWellKnownPollPeriod` were given. The app is served by the server it talks to.
 */
import { absent } from './absent-part.ts';

const PART = 'the part for finding servers';

export const AutoDiscovery = { getRawClientConfig: (): never => absent(PART) };
