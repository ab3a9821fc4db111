/**
 * Keeps the app's own files so that Sotto opens without a network. It never touches the API, media
 * or anything said: what is not a file of this build goes to the network as if this were not here.
 */
interface ServiceWorkerScope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: RequestEvent) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}
interface LifeEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface RequestEvent extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

declare const SHELL_VERSION: string;
declare const SHELL_FILES: readonly string[];

// SAFETY: a service worker's global is this scope; the DOM types describe a window's instead.
const worker = globalThis as unknown as ServiceWorkerScope;

const cacheName = `shell-${SHELL_VERSION}`;
const shellFiles = new Set(SHELL_FILES);

worker.addEventListener('install', (event) => {
  event.waitUntil(
    // Past the browser's own cache: index.html may be held there from the build before.
    caches
      .open(cacheName)
      .then((cache) =>
        cache.addAll([...shellFiles].map((file) => new Request(file, { cache: 'reload' }))),
      ),
  );
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOldShells().then(() => worker.clients.claim()));
});

// A new build waits until the person agrees to reload: pages never change under their hands.
worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (url.pathname.startsWith('/_')) return;

  if (request.mode === 'navigate') event.respondWith(fromShell('/index.html', request));
  else if (shellFiles.has(url.pathname)) event.respondWith(fromShell(url.pathname, request));
});

async function fromShell(file: string, request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  return (await cache.match(file)) ?? fetch(request);
}

async function dropOldShells(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith('shell-') && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
}
