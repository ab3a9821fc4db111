import { getProtection } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { MinorService } from '../service.ts';

export function getProtectionRoute(minors: MinorService) {
  return route(getProtection, async ({ caller }) => {
    const { isMinor, untilMs } = minors.getProtection(caller.userId);
    return { minor: isMinor, ...(untilMs !== null && { until_ts: untilMs }) };
  });
}
