import { Readable } from 'node:stream';
import type { Caller } from '../../../http/index.ts';
import type { Upload } from '../service.ts';

/** The parts of a call that uploads something. */
interface UploadCall {
  readonly body: Readable | null | undefined;
  readonly caller: Caller;
  readonly query: { readonly filename?: string };
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export function uploadOf({ body, caller, query, headers }: UploadCall): Upload {
  const { 'content-type': contentType, 'content-length': announced } = headers;
  return {
    userId: caller.userId,
    // A request without a body has none to hand over. An empty file is a file, too.
    body: body ?? Readable.from([]),
    bytesAnnounced: Number(announced ?? 0),
    contentType: typeof contentType === 'string' ? contentType : undefined,
    fileName: query.filename,
  };
}
