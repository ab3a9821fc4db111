import * as tf from '@tensorflow/tfjs';
import { NSFWJS } from 'nsfwjs/core';
import type { Scores } from './blur-rules.ts';
import type { LookReply } from './classifier.ts';

interface WorkerScope {
  postMessage(reply: LookReply): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Question>) => void): void;
}

interface Question {
  readonly id: number;
  readonly picture: ImageBitmap;
}

/** What the page hands over, and the model was made for. */
const SIDE_PX = 224;

/** Set by the build: the model, beside this file. */
declare const SENSITIVE_MODEL_URL: string;

// SAFETY: a worker's global is this scope; the DOM types describe a window's instead.
const scope = globalThis as unknown as WorkerScope;

/** The graphics card if a worker may use it, else plain arithmetic. Neither needs code made from text. */
async function chooseBackend(): Promise<void> {
  const worked = await tf.setBackend('webgl').catch(() => false);
  if (!worked) await tf.setBackend('cpu');
}

async function open(): Promise<NSFWJS> {
  await chooseBackend();
  // By a handler of its own: given an address, it would look for a file of another name there.
  const opened = new NSFWJS(tf.io.http(SENSITIVE_MODEL_URL), { size: SIDE_PX });
  await opened.load();
  return opened;
}

let model: Promise<NSFWJS> | undefined;
let turn: Promise<void> = Promise.resolve();

async function look({ id, picture }: Question): Promise<void> {
  try {
    model ??= open();
    const { width, height } = picture;
    const canvas = new OffscreenCanvas(width, height).getContext('2d', {
      willReadFrequently: true,
    });
    if (!canvas) throw new Error('There is nothing to draw on.');
    canvas.drawImage(picture, 0, 0);
    picture.close();
    const told = await (await model).classify(canvas.getImageData(0, 0, width, height));
    const by = Object.fromEntries(
      told.map(({ className, probability }) => [className.toLowerCase(), probability]),
    );
    // SAFETY: the model tells these five.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker has one page.
    scope.postMessage({ id, scores: by as unknown as Scores, backend: tf.getBackend() });
  } catch (cause) {
    // Without a connection the model does not come; the next photo asks again.
    model = undefined;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- As above.
    scope.postMessage({ id, failed: String(cause) });
  }
}

scope.addEventListener('message', ({ data }) => {
  turn = turn.then(() => look(data));
});
