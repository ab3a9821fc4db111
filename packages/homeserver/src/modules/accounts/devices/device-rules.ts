import { findNameFault } from '../profiles/name-rules.ts';
import { refuse } from '../errors.ts';

/** Everyone who writes to a person encrypts for each of their devices. */
export const DEVICES_MAX = 200;
const DEVICE_NAME_LENGTH_MAX = 100;

const DEVICE_ID = /^[\x21-\x7e]{1,255}$/;

/** Whether a client may call its device so: it becomes part of key names that people compare. */
export function checkDeviceId(deviceId: string): void {
  if (!DEVICE_ID.test(deviceId)) {
    throw refuse('invalid_device_id', 'A device id has printable ASCII signs and no spaces.');
  }
}

/** Whether a stored device can be called so at all. */
export function isDeviceId(deviceId: string): boolean {
  return DEVICE_ID.test(deviceId);
}

const USER_AGENT_LENGTH_MAX = 300;

/** What a program says it is, as it is stored: printable ASCII, shortened. */
export function toUserAgent(userAgent: string): string | null {
  const printable = userAgent.replaceAll(/[^\x20-\x7e]/g, '').trim();
  return printable === '' ? null : printable.slice(0, USER_AGENT_LENGTH_MAX);
}

/** The name as it is stored; an empty one takes it away. */
export function toDeviceName(name: string): string | null {
  if (name === '') return null;
  const fault = findNameFault(name, DEVICE_NAME_LENGTH_MAX);
  if (fault) throw refuse('invalid_device_name', fault);
  return name;
}
