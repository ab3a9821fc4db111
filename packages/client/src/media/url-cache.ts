interface CachedUrl {
  readonly url: Promise<string>;
  holders: number;
  sizeBytes: number;
}

/** Object URLs by name. A held one stays; unheld ones go, least recently used first. */
export interface UrlCache {
  /** The address of what `load` gives, loading it once. Each call adds a holder. */
  hold(id: string, load: () => Promise<Blob>): Promise<string>;
  release(id: string): void;
  /** Remembers bytes under a name before anyone asks for them. */
  put(id: string, blob: Blob): void;
  clear(): void;
}

export function createUrlCache(bytesMax: number): UrlCache {
  // A Map keeps insertion order; re-inserting on use makes its first unheld entry the oldest.
  const entries = new Map<string, CachedUrl>();
  let totalBytes = 0;

  function forget(id: string, entry: CachedUrl): void {
    if (entries.get(id) === entry) entries.delete(id);
    totalBytes -= entry.sizeBytes;
    entry.sizeBytes = 0;
    entry.url.then(
      (url) => URL.revokeObjectURL(url),
      () => undefined,
    );
  }

  function trim(): void {
    for (const [id, entry] of entries) {
      if (totalBytes <= bytesMax) return;
      if (entry.holders === 0) forget(id, entry);
    }
  }

  function add(id: string, load: () => Promise<Blob>): CachedUrl {
    const entry: CachedUrl = {
      url: load().then((blob) => {
        if (entries.get(id) === entry) {
          entry.sizeBytes = blob.size;
          totalBytes += blob.size;
          trim();
        }
        return URL.createObjectURL(blob);
      }),
      holders: 0,
      sizeBytes: 0,
    };
    entries.set(id, entry);
    entry.url.catch(() => forget(id, entry));
    return entry;
  }

  return {
    hold(id, load) {
      const entry = entries.get(id) ?? add(id, load);
      entries.delete(id);
      entries.set(id, entry);
      entry.holders += 1;
      return entry.url;
    },
    release(id) {
      const entry = entries.get(id);
      if (!entry || entry.holders === 0) return;
      entry.holders -= 1;
      trim();
    },
    put(id, blob) {
      if (!entries.has(id)) add(id, async () => blob);
    },
    clear() {
      for (const [id, entry] of entries) forget(id, entry);
    },
  };
}
