import { getCapabilities } from '@sotto/protocol';
import { route, type Route } from '../../../http/index.ts';
import { capabilities } from '../features.ts';

export function getCapabilitiesRoute(): Route {
  return route(getCapabilities, async () => ({ capabilities }));
}
