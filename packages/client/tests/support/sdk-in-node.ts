import { vi } from 'vitest';

/**
 * Makes matrix-js-sdk work here. Import this before anything that imports the SDK, which uses
 * `Promise.withResolvers`: browsers have it, Node 20 does not.
 */
if (!('withResolvers' in Promise)) {
  Object.defineProperty(Promise, 'withResolvers', {
    value<Value>() {
      let resolve: ((value: Value) => void) | undefined;
      let reject: ((reason: unknown) => void) | undefined;
      const promise = new Promise<Value>((onResolve, onReject) => {
        resolve = onResolve;
        reject = onReject;
      });
      return { promise, resolve, reject };
    },
  });
}

// Whole devices with their own crypto, several to a test, on a machine that does other things too.
vi.setConfig({ testTimeout: 90_000 });
