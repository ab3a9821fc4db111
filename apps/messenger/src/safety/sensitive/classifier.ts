import type { Scores } from './blur-rules.ts';

/** The side the model looks at pictures with, whatever their shape. */
const SIDE_PX = 224;
/** A worker that has nothing to do gives its memory back. */
const IDLE_MS = 60_000;

export type LookReply =
  | { readonly id: number; readonly scores: Scores; readonly backend: string }
  | { readonly id: number; readonly failed: string };

interface Waiting {
  readonly resolve: (scores: Scores) => void;
  readonly reject: (cause: Error) => void;
}

let worker: Worker | null = null;
let idle: ReturnType<typeof setTimeout> | undefined;
let lastId = 0;
const waiting = new Map<number, Waiting>();

function end(cause: Error): void {
  worker?.terminate();
  worker = null;
  for (const { reject } of waiting.values()) reject(cause);
  waiting.clear();
}

function settle(reply: LookReply): void {
  const asked = waiting.get(reply.id);
  waiting.delete(reply.id);
  if ('scores' in reply) asked?.resolve(reply.scores);
  else asked?.reject(new Error(reply.failed));
  clearTimeout(idle);
  if (waiting.size === 0) idle = setTimeout(() => end(new Error('idle')), IDLE_MS);
}

function start(): Worker {
  const started = new Worker(new URL('./sensitive-worker.ts', import.meta.url), {
    type: 'module',
    name: 'sensitive photos',
  });
  started.addEventListener('message', ({ data }: MessageEvent<LookReply>) => settle(data));
  started.addEventListener('error', () => end(new Error('The photo could not be looked at.')));
  return started;
}

/** Looks at a picture, on this device and off the page's thread. One after another. */
export async function classify(url: string): Promise<Scores> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const picture = await createImageBitmap(image, { resizeWidth: SIDE_PX, resizeHeight: SIDE_PX });
  clearTimeout(idle);
  worker ??= start();
  const running = worker;
  lastId += 1;
  const id = lastId;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    running.postMessage({ id, picture }, [picture]);
  });
}
