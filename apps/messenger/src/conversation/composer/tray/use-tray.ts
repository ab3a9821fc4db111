import { useObservable } from '@sotto/ui';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useAccount } from '../../../app/index.ts';
import { checkFiles } from './check-files.ts';

/** A file waiting to be sent, with a picture of it where there can be one. */
export interface TrayFile {
  readonly key: string;
  readonly file: File;
  readonly previewUrl: string | null;
}

export interface Tray {
  readonly files: readonly TrayFile[];
  /** Why something was left out. */
  readonly problem: string | null;
  readonly add: (files: readonly File[]) => void;
  readonly remove: (key: string) => void;
  readonly clear: () => void;
  readonly dismissProblem: () => void;
}

/** What the browser can draw without help; anything else is shown as a file. */
const DRAWABLE = /^image\/(?:png|jpeg|gif|webp|avif)$/;

/** Files chosen, pasted or dropped, looked over before they are sent. */
export function useTray(): Tray {
  const bytesMax = useObservable(useAccount().media.uploadBytesMax);
  const [files, setFiles] = useState<readonly TrayFile[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const nextKey = useRef(0);
  const latest = useRef(files);
  useEffect(() => {
    latest.current = files;
  }, [files]);
  useEffect(() => () => latest.current.forEach(letGo), []);

  const add = useCallback(
    (candidates: readonly File[]) => {
      const checked = checkFiles(candidates, { inTray: files.length, bytesMax });
      setProblem(checked.problem);
      const added = checked.accepted.map((file) => {
        nextKey.current += 1;
        return {
          key: String(nextKey.current),
          file,
          previewUrl: DRAWABLE.test(file.type) ? URL.createObjectURL(file) : null,
        };
      });
      setFiles([...files, ...added]);
    },
    [files, bytesMax],
  );

  return {
    files,
    problem,
    add,
    remove(key) {
      files.filter((file) => file.key === key).forEach(letGo);
      setFiles(files.filter((file) => file.key !== key));
      setProblem(null);
    },
    clear() {
      files.forEach(letGo);
      setFiles([]);
      setProblem(null);
    },
    dismissProblem: () => setProblem(null),
  };
}

function letGo({ previewUrl }: TrayFile): void {
  if (previewUrl !== null) URL.revokeObjectURL(previewUrl);
}
