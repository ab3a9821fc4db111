import { sync } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { SyncService } from '../service.ts';

export function syncRoute(service: SyncService) {
  return route(sync, ({ query, caller, onGone }) => {
    const stateAfter = query.use_state_after
      ? 'state_after'
      : query['org.matrix.msc4222.use_state_after']
        ? 'org.matrix.msc4222.state_after'
        : null;
    return service.sync({
      userId: caller.userId,
      deviceId: caller.deviceId,
      since: query.since ?? null,
      filter: query.filter ?? null,
      fullState: query.full_state ?? false,
      stateAfter,
      setPresence: query.set_presence ?? 'online',
      timeoutMs: query.timeout ?? 0,
      onGone,
    });
  });
}
