import { getWellknown } from '@sotto/protocol';
import { route, type Route } from '../../../http/index.ts';

export function getWellknownRoute(publicUrl: string): Route {
  return route(getWellknown, async () => ({ 'm.homeserver': { base_url: publicUrl } }));
}
