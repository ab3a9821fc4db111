import type { Account, Contact, Person } from '@sotto/client';
import { hashPhoto, photoHashSize, type PhotoHash } from '@sotto/shield';
import { useEffect, useMemo, useState } from 'react';
import { useAccount } from '../../app/index.ts';

/** What pictures look like, by their addresses; null for what has nothing to compare. */
export type PhotoHashes = ReadonlyMap<string, PhotoHash | null>;

/** Nobody’s pictures are fetched without end only to compare them. */
const CONTACTS_MAX = 500;
const AT_ONCE = 4;
/** As large as pictures are fetched to be shown in a list, where most of them are already. */
const FETCHED_PX = 96;
/** Twice the work of one step, but what a browser leaves out in one large step is not left out. */
const STEP = { width: photoHashSize.width * 4, height: photoHashSize.height * 4 };

/** An address always names the same picture. */
const looked = new WeakMap<Account, Map<string, PhotoHash | null>>();

/** The picture of somebody new and those of my contacts; empty until it was looked at, or if there is none. */
export function usePhotoHashes(
  stranger: Pick<Person, 'avatar'> | null,
  contacts: readonly Contact[] | null,
): PhotoHashes {
  const account = useAccount();
  const avatar = stranger?.avatar ?? null;
  const wanted = useMemo(() => {
    if (avatar === null || contacts === null) return [];
    const theirs = contacts.flatMap(({ contact, person }) =>
      contact ? (person.avatar ?? []) : [],
    );
    return [...new Set([avatar, ...theirs.slice(0, CONTACTS_MAX)])];
  }, [avatar, contacts]);
  const [hashes, setHashes] = useState<PhotoHashes>(new Map());

  useEffect(() => {
    if (wanted.length < 2) return undefined;
    const known = looked.get(account) ?? new Map<string, PhotoHash | null>();
    looked.set(account, known);
    const waiting = wanted.filter((each) => !known.has(each));
    const leaving = new AbortController();
    const work = async (): Promise<void> => {
      for (
        let next = waiting.shift();
        next !== undefined && !leaving.signal.aborted;
        next = waiting.shift()
      ) {
        try {
          known.set(next, await lookAt(await account.media.avatarUrl(next, FETCHED_PX)));
        } catch {
          // NOTE: a picture that does not come cannot be compared, and may come next time.
        }
      }
    };
    void Promise.all(Array.from({ length: AT_ONCE }, work)).then(
      () => leaving.signal.aborted || setHashes(new Map(known)),
    );
    return () => leaving.abort();
  }, [account, wanted]);

  return hashes;
}

/** The square of a picture that is shown, as small as it is hashed. */
async function lookAt(url: string): Promise<PhotoHash | null> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const { naturalWidth, naturalHeight } = image;
  const side = Math.min(naturalWidth, naturalHeight);
  const left = (naturalWidth - side) / 2;
  const top = (naturalHeight - side) / 2;
  const step = canvasOf(STEP);
  step.drawImage(image, left, top, side, side, 0, 0, STEP.width, STEP.height);
  const small = canvasOf(photoHashSize);
  const { width, height } = photoHashSize;
  small.drawImage(step.canvas, 0, 0, width, height);
  return hashPhoto(small.getImageData(0, 0, width, height).data);
}

function canvasOf({ width, height }: { readonly width: number; readonly height: number }) {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser cannot draw.');
  context.imageSmoothingQuality = 'high';
  return context;
}
