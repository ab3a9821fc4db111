import type { FileKeys } from './encrypted-file.ts';

/** A file on the server, and what opens it. Screens see it only as an opaque source. */
export interface RemoteFile {
  readonly place: 'server';
  readonly url: string;
  /** Null for a file another client sent unencrypted. */
  readonly keys: FileKeys | null;
  readonly mimeType: string;
}

/** A file of the outbox, not on the server yet. */
export interface LocalFile {
  readonly place: 'outbox';
  readonly key: string;
  readonly part: 'full' | 'thumbnail';
  readonly mimeType: string;
}

export type FileSource = RemoteFile | LocalFile;

/** What names a source among others, for caching. */
export function sourceId(source: FileSource): string {
  return source.place === 'server' ? source.url : `${source.key}/${source.part}`;
}
