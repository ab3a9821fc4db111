import type { AttachmentSource } from '@sotto/client';
import { useCallback, useEffect, useState } from 'react';
import { useAccount } from '../../app/index.ts';

export type MediaUrl =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly url: string }
  | { readonly kind: 'failed'; readonly retry: () => void };

/** `url` is null when it could not be loaded. */
type Loaded = { readonly url: string | null };

/**
 * Opens a photo while it is on screen and lets it go afterwards. When one's own photo has been
 * sent its source changes; the address it had stays until the new one is there.
 */
export function useMediaUrl(source: AttachmentSource, size: 'thumbnail' | 'full'): MediaUrl {
  const { media } = useAccount();
  const [loaded, setLoaded] = useState<Loaded | null>(null);

  const load = useCallback(() => {
    let current = true;
    function settle(url: string | null) {
      if (current) setLoaded({ url });
    }
    void media.open(source, size).then(settle, () => settle(null));
    return () => {
      current = false;
    };
  }, [media, source, size]);

  useEffect(() => {
    const stop = load();
    return () => {
      stop();
      media.release(source, size);
    };
  }, [load, media, source, size]);

  if (loaded === null) return { kind: 'loading' };
  if (loaded.url !== null) return { kind: 'ready', url: loaded.url };
  return {
    kind: 'failed',
    retry() {
      setLoaded(null);
      load();
    },
  };
}
