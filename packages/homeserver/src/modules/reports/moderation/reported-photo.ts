import type { ReportedMessage } from '../filing/report-store.ts';

/** Where a piece of media lies. */
export interface PhotoAddress {
  readonly serverName: string;
  readonly mediaId: string;
}

const MXC = /^mxc:\/\/([\w.:[\]-]{1,255})\/([\w-]{1,255})$/;

type Json = Readonly<Record<string, unknown>>;

function objectIn(value: unknown): Json | null {
  // SAFETY: an object can be read by any name.
  return typeof value === 'object' && value !== null ? (value as Json) : null;
}

/**
 * The address of the photo that a reported message showed; null where it is no photo. Null also of what is merely
 * claimed: whoever claims it could name any address.
 */
export function photoAddressOf({
  proof,
  type,
  content,
}: Pick<ReportedMessage, 'proof' | 'type' | 'content'>): PhotoAddress | null {
  const isSure = proof === 'proven' || proof === 'stored';
  if (!isSure || type !== 'm.room.message' || content === null) return null;
  const whole = objectIn(JSON.parse(content));
  const said = objectIn(whole?.['m.new_content']) ?? whole;
  if (said?.['msgtype'] !== 'm.image') return null;
  const url = 'file' in said ? objectIn(said['file'])?.['url'] : said['url'];
  const [, serverName, mediaId] = typeof url === 'string' ? (MXC.exec(url) ?? []) : [];
  return serverName && mediaId ? { serverName, mediaId } : null;
}
