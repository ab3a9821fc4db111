import {
  createMemoryStore,
  createSubject,
  type ImageTool,
  type KeyValueStore,
  type Platform,
  type Subject,
  type TabLock,
} from '../../src/index.ts';

export interface TestPlatform extends Platform {
  readonly network: { readonly online: Subject<boolean>; readonly visible: Subject<boolean> };
  readonly saved: { readonly bytes: Blob; readonly name: string }[];
  /** Requests whose path it matches do not reach the server, as on a train. */
  cut: RegExp | null;
  /** Requests whose path it matches are answered as if the token were unknown. */
  refused: RegExp | null;
  /** Changes what is sent, as a client that cheats would. */
  forge: ((body: string) => string) | null;
  /** What was sent to the server, as far as it is text. */
  readonly requests: { readonly path: string; readonly body: string }[];
  /** Lets the next request to a matching path reach the server, but loses the answer. */
  loseAnswer(path: RegExp): void;
  /** Comes out of a tunnel: nothing is cut, and the device notices. */
  reconnect(): void;
  /** Closes the page: the session stops without ending. */
  close(): void;
}

/** The lock of the only tab there is, which can be closed. */
function createClosableLock(): { readonly lock: TabLock; readonly close: () => void } {
  const listeners = new Set<() => void>();
  const lock: TabLock = {
    tryAcquire: async () => true,
    acquire: () => new Promise(() => undefined),
    takeOver: async () => undefined,
    release: () => undefined,
    onAsked: () => () => undefined,
    onLost(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { lock, close: () => listeners.forEach((listener) => listener()) };
}

/** Every picture is 800 × 600 and of one colour; its bytes are what it was, drawn anew. */
const images: ImageTool = {
  async open(file) {
    const text = await file.text();
    return {
      widthPx: 800,
      heightPx: 600,
      encode: async ({ sidePxMax, mimeType }) => ({
        bytes: new Blob([`drawn anew at ${sidePxMax}: ${text.length}`], { type: mimeType }),
        widthPx: Math.min(800, sidePxMax),
        heightPx: Math.min(600, (sidePxMax * 3) / 4),
      }),
      pixels: () => ({
        rgba: new Uint8ClampedArray(16 * 12 * 4).fill(255),
        widthPx: 16,
        heightPx: 12,
      }),
      close: () => undefined,
    };
  },
};

/** A device without a screen: nothing it keeps outlives it, unless `store` is handed on. */
export function createTestPlatform(store: KeyValueStore = createMemoryStore()): TestPlatform {
  const saved: TestPlatform['saved'] = [];
  const { lock, close } = createClosableLock();
  const requests: TestPlatform['requests'] = [];
  let lost: RegExp | null = null;
  const network = { online: createSubject(true), visible: createSubject(true) };
  const platform: TestPlatform = {
    store,
    images,
    saved,
    requests,
    network,
    cut: null,
    refused: null,
    forge: null,
    tabLock: lock,
    close,
    indexedDb: null,
    async fetch(resource, init) {
      const { pathname } = new URL(resource instanceof Request ? resource.url : resource);
      if (platform.cut?.test(pathname)) throw new TypeError('fetch failed');
      if (platform.refused?.test(pathname)) {
        return Response.json({ errcode: 'M_UNKNOWN_TOKEN' }, { status: 401 });
      }
      requests.push({ path: pathname, body: typeof init?.body === 'string' ? init.body : '' });
      const { forge } = platform;
      const sent =
        forge && typeof init?.body === 'string' ? { ...init, body: forge(init.body) } : init;
      const response = await fetch(resource, sent);
      if (!lost?.test(pathname)) return response;
      lost = null;
      throw new TypeError('fetch failed');
    },
    schedule: (callback) => void setImmediate(callback),
    saveFile: (bytes, name) => void saved.push({ bytes, name }),
    deviceName: 'Test device',
    loseAnswer: (path) => void (lost = path),
    reconnect() {
      platform.cut = null;
      network.online.set(false);
      network.online.set(true);
    },
  };
  return platform;
}
