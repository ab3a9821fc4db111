import { useCallback, useEffect, useRef, useState } from 'react';

export interface ChosenPhoto {
  readonly file: File;
  /** Where it is shown from while it is only on this device. */
  readonly url: string;
}

/** A photo somebody has chosen and not sent yet. */
export function usePhoto(): readonly [ChosenPhoto | null, (file: File | null) => void] {
  const [photo, setPhoto] = useState<ChosenPhoto | null>(null);
  const shown = useRef<string | null>(null);
  const forget = useCallback(() => {
    if (shown.current !== null) URL.revokeObjectURL(shown.current);
    shown.current = null;
  }, []);
  useEffect(() => forget, [forget]);
  return [
    photo,
    (file) => {
      forget();
      if (file !== null) shown.current = URL.createObjectURL(file);
      setPhoto(file === null || shown.current === null ? null : { file, url: shown.current });
    },
  ];
}
