import { InvariantError } from '@sotto/kit';

/** Refuses the use of a part of the SDK that the built app leaves out. */
export function absent(part: string): never {
  throw new InvariantError(`${part} of matrix-js-sdk is not part of this app`);
}

/** A class by name only: whoever makes one has found a use for a part that was left out. */
export function absentClass(part: string): new () => object {
  // oxlint-disable-next-line typescript/no-extraneous-class -- the SDK makes one with `new`.
  return class {
    constructor() {
      absent(part);
    }
  };
}
