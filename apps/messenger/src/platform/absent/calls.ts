/**
 * Stands in for the SDK's calls, `webrtc/` and `matrixrtc/`, a fifth of its code: Sotto has no
 * calls. A client is made with `disableVoip`, so the handlers of calls are never made; the two
 * classes below that can be made are fields of every client.
 */
import { absent, absentClass } from './absent-part.ts';

const PART = 'the part for calls';

export const CallEventHandler = absentClass(PART);
export const GroupCall = absentClass(PART);
export const GroupCallEventHandler = absentClass(PART);

export const createNewMatrixCall = (): never => absent(PART);

/** What the SDK itself answers in a browser without WebRTC. */
export const supportsMatrixCall = (): boolean => false;

/** Holds the microphone and the camera; touches neither before it is asked to. */
// oxlint-disable-next-line typescript/no-extraneous-class -- the SDK makes one with `new`.
export class MediaHandler {}

/** Follows calls between the start and the stop of a client; here there are none to follow. */
export class MatrixRTCSessionManager {
  start(): void {}
  stop(): void {}
}
