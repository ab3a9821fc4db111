import type { DeviceId } from '@sotto/protocol';
import type { Observable } from '../observable.ts';
import type { Outcome, Problem } from './basic.ts';

export interface DeviceSummary {
  readonly id: DeviceId;
  readonly name: string;
  readonly lastSeenMs: number | null;
  readonly lastSeenAddress: string | null;
  readonly firstSeenMs: number | null;
  readonly firstSeenAddress: string | null;
  /** What it said it was when it signed in, which renaming does not change. */
  readonly client: string | null;
  /** The device that let it in. */
  readonly linkedBy: DeviceId | null;
  readonly thisDevice: boolean;
  /** Signed by its owner, so it is given keys. */
  readonly trusted: boolean;
}

/** A device that is not signed in and asks to be let in, as the server sees it. */
export interface AskingDevice {
  readonly id: string;
  /** What it says of itself; null if nothing. */
  readonly clientName: string | null;
  readonly address: string;
  readonly sameNetwork: boolean;
  readonly askedAtMs: number;
  readonly endsAtMs: number;
  /** Three, one of which it shows. */
  readonly numbers: readonly number[];
}

/** My devices, and letting a new one in. */
export interface DeviceBook {
  /** Devices that signed in since this one last looked, until they are acknowledged. */
  readonly newDevices: Observable<readonly DeviceSummary[]>;
  /** This one first, then the ones seen most recently. */
  list(): Promise<readonly DeviceSummary[]>;
  rename(id: DeviceId, name: string): Promise<Outcome>;
  signOut(ids: readonly DeviceId[], password: string): Promise<Outcome>;
  acknowledge(id: DeviceId): Promise<void>;
  /** Whose code it is. From then on only this device can answer. */
  findAsking(code: string): Promise<Outcome<AskingDevice>>;
  /** Lets it in with the number it shows; a wrong one ends the attempt. It is then compared with by itself. */
  letIn(asking: AskingDevice, number: number): Promise<Outcome>;
  refuse(asking: AskingDevice): Promise<Outcome>;
}

export type LinkingState =
  | { readonly kind: 'asking' }
  /** To be entered on a device that is signed in. */
  | { readonly kind: 'showing'; readonly code: string; readonly endsAtMs: number }
  /** Somebody entered the code and is asked for this number. */
  | { readonly kind: 'matching'; readonly number: number; readonly endsAtMs: number }
  | { readonly kind: 'signing_in' }
  | { readonly kind: 'refused' | 'contested' | 'expired' | 'taken' }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** This device, asking to be let in by another one of the same person. */
export interface Linking {
  readonly state: Observable<LinkingState>;
  /** Gives up. Resolves once the code has stopped working, or the server cannot be told. */
  close(): Promise<void>;
}
