import { Method } from 'matrix-js-sdk/lib/http-api/method.js';
import type { EventId } from '@sotto/protocol';
import { readAttachment } from '../../../media/attachment-content.ts';
import type { RemoteFile } from '../../../media/remote-file.ts';
import { askFor, listOf, sottoPath, textOf, type Json } from '../../../people/book/ask.ts';
import { readServerError } from '../../../session/problems.ts';
import type { OpenedPhoto, Proof, ReportedPhoto } from '../../../types/index.ts';
import type { ReportContext } from '../report-context.ts';

/** The photo in what was reported; null for what is none. Nothing of it is fetched. */
export function photoIn(proof: Proof, type: string, content: Json): ReportedPhoto | null {
  const attachment = attachmentIn(type, content);
  if (!attachment) return null;
  const { widthPx, heightPx, blurhash } = attachment;
  return { shown: proof === 'proven' || proof === 'stored', widthPx, heightPx, blurhash };
}

function attachmentIn(type: string, content: Json) {
  // SAFETY: an object can be read by any name.
  const said = (content['m.new_content'] as Json | undefined) ?? content;
  const read = type === 'm.room.message' ? readAttachment(said) : null;
  return read?.attachment.kind === 'photo' ? read.attachment : null;
}

/** Fetches a photo of a report, and opens it with the keys that the report holds. */
export async function openPhoto(
  { matrix: { client }, transfer }: ReportContext,
  reportId: string,
  eventId: EventId,
): Promise<OpenedPhoto> {
  const path = sottoPath('moderation', 'reports', reportId);
  const report = await askFor(client, path);
  const message = listOf(report?.['messages']).find((told) => told['event_id'] === eventId);
  const content = message?.['content'] as Json | undefined;
  const photo = message && content ? attachmentIn(textOf(message['type']), content) : null;
  if (!photo) return { kind: 'gone' };
  let bytes: Blob;
  try {
    bytes = await client.http.authedRequest<Blob>(
      Method.Get,
      `${path}/photos/${encodeURIComponent(eventId)}`,
      undefined,
      undefined,
      { prefix: '/_matrix/client/', rawResponseBody: true },
    );
  } catch (error) {
    if (readServerError(error).httpStatus === 404) return { kind: 'gone' };
    return { kind: 'failed' };
  }
  try {
    // SAFETY: what is read of content is a file on the server.
    return { kind: 'here', photo: await transfer.open(bytes, photo.source.full as RemoteFile) };
  } catch {
    // NOTE: said on the screen: these are not the bytes that were sent.
    return { kind: 'broken' };
  }
}
