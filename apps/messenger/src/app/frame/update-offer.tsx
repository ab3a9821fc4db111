import { useToast } from '@sotto/ui';
import { useEffect } from 'react';
import { registerServiceWorker } from '../../platform/register-service-worker.ts';

/** Keeps the shell for offline use and says when a newer one is there. Renders nothing. */
export function UpdateOffer() {
  const toast = useToast();
  useEffect(() => {
    registerServiceWorker((takeOver) => {
      toast.show({
        text: 'A new version of Sotto is ready.',
        action: { label: 'Reload', onAction: takeOver },
        durationMs: 0,
      });
      // NOTE: without a worker everything works except opening without a network.
    }).catch(() => undefined);
  }, [toast]);
  return null;
}
