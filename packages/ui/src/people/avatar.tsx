import { useState } from 'react';
import { classes } from '../hooks/classes.ts';
import { initials } from './initials.ts';
import { personColour } from './person-colour.ts';

export interface AvatarProps {
  readonly name: string;
  /** Chooses the colour; a user or conversation id. */
  readonly id: string;
  /** A ready image address, or null for initials. */
  readonly src: string | null;
  readonly sizePx: number;
  readonly presence?: 'online' | null;
  readonly className?: string;
}

/** A face, or initials on the person's colour. Decorative: the name stands beside it. */
export function Avatar({ name, id, src, sizePx, presence = null, className }: AvatarProps) {
  const [brokenSrc, setBrokenSrc] = useState<string | null>(null);
  const { ink, soft } = personColour(id);
  const showImage = src !== null && src !== brokenSrc;
  return (
    <span
      aria-hidden="true"
      className={classes('relative inline-block shrink-0 select-none', className)}
      style={{ width: sizePx, height: sizePx }}
    >
      <span
        data-initials={showImage ? undefined : initials(name)}
        // As generated content, so that initials are never read or matched as a control's name.
        className="grid size-full place-items-center overflow-hidden rounded-full font-semibold empty:before:content-[attr(data-initials)]"
        style={{ background: soft, color: ink, fontSize: Math.round(sizePx * 0.38) }}
      >
        {showImage && (
          <img
            src={src}
            alt=""
            draggable={false}
            className="size-full animate-appear object-cover"
            onError={() => setBrokenSrc(src)}
          />
        )}
      </span>
      {presence === 'online' && (
        <span
          className="absolute end-0 bottom-0 rounded-full bg-online ring-2 ring-surface"
          style={{ width: dotPx(sizePx), height: dotPx(sizePx) }}
        />
      )}
    </span>
  );
}

function dotPx(sizePx: number): number {
  return Math.max(8, Math.round(sizePx * 0.24));
}
