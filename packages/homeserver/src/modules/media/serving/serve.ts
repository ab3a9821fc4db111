import type { Call, BytesReply } from '../../../http/index.ts';
import type { Contract } from '@sotto/protocol';
import type { KeptFile } from '../files/media-files.ts';
import { mayBeInline } from './content-type.ts';
import { contentDisposition } from './file-name.ts';
import { parseRange } from './range.ts';

/** A file, and what to say about it. */
export interface Served {
  readonly file: KeptFile;
  readonly contentType: string;
  readonly fileName: string | null;
  /** Stands for exactly these bytes. */
  readonly tag: string;
}

type RequestHeaders = Call<Contract>['headers'];

/**
 * What somebody uploaded must never run as a page of this server: it gets an origin of its own, may
 * load nothing, and is only shown in place if it is of a type that cannot hold a script.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#content-repository
 */
const SAFETY_HEADERS = {
  // NOTSPEC: without `plugin-types`, which browsers have removed and complain about.
  // https://spec.matrix.org/v1.19/client-server-api/#content-repository
  'content-security-policy':
    "sandbox; default-src 'none'; script-src 'none'; style-src 'unsafe-inline'; object-src 'self'",
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** An address never changes what it stands for; only its reader may keep it, not a proxy. */
const CACHE_CONTROL = 'private, max-age=31536000, immutable';

export function serve(
  { file, contentType, fileName, tag }: Served,
  asked: RequestHeaders,
): BytesReply {
  const etag = `"${tag}"`;
  const kind = mayBeInline(contentType) ? 'inline' : 'attachment';
  const common = {
    ...SAFETY_HEADERS,
    'cache-control': CACHE_CONTROL,
    'accept-ranges': 'bytes',
    // Also without a body: a browser updates what it has kept from a 304.
    'content-type': contentType,
    etag,
  };
  if (listed(asked['if-none-match']).includes(etag)) {
    return { status: 304, headers: common, stream: null };
  }

  const isSame = asked['if-range'] === undefined || asked['if-range'] === etag;
  const range = isSame ? parseRange(textOf(asked['range']), file.bytes) : 'whole';
  if (range === 'beyond') {
    const headers = { ...common, 'content-range': `bytes */${file.bytes}` };
    return { status: 416, headers, stream: null };
  }

  const headers = {
    ...common,
    'content-disposition': contentDisposition(kind, fileName),
  };
  if (range === 'whole') {
    const length = { 'content-length': String(file.bytes) };
    return { status: 200, headers: { ...headers, ...length }, stream: file.read() };
  }
  return {
    status: 206,
    headers: {
      ...headers,
      'content-length': String(range.end - range.start + 1),
      'content-range': `bytes ${range.start}-${range.end}/${file.bytes}`,
    },
    stream: file.read(range),
  };
}

function textOf(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined;
}

function listed(header: string | string[] | undefined): string[] {
  return (textOf(header) ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
}
