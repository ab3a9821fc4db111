import { getVersions } from '@sotto/protocol';
import { route, type Route } from '../../../http/index.ts';
import { specVersions, unstableFeatures } from '../features.ts';

export function getVersionsRoute(): Route {
  return route(getVersions, async () => ({
    versions: [...specVersions],
    unstable_features: unstableFeatures,
  }));
}
