import type { Person } from '@sotto/client';
import { Avatar } from '@sotto/ui';
import { useEffect, useState } from 'react';
import { useAccount } from './client-context.tsx';

interface Look {
  readonly sizePx: number;
  readonly presence?: 'online' | null;
  readonly className?: string;
}

export type PersonAvatarProps = Look &
  (
    | { readonly person: Pick<Person, 'userId' | 'displayName' | 'avatar'> }
    | { readonly name: string; readonly id: string; readonly avatar: string | null }
  );

/** A person's or a group's face, fetched when it is shown. */
export function PersonAvatar(props: PersonAvatarProps) {
  const { sizePx, presence = null, className } = props;
  const { name, id, avatar } =
    'person' in props
      ? {
          name: props.person.displayName,
          id: props.person.userId,
          avatar: props.person.avatar,
        }
      : props;
  const src = useAvatarUrl(avatar, sizePx);
  return (
    <Avatar
      name={name}
      id={id}
      src={src}
      sizePx={sizePx}
      presence={presence}
      {...(className === undefined ? {} : { className })}
    />
  );
}

function useAvatarUrl(avatar: string | null, sizePx: number): string | null {
  const { media } = useAccount();
  const [loaded, setLoaded] = useState<{ avatar: string; url: string } | null>(null);
  useEffect(() => {
    if (avatar === null) return undefined;
    let current = true;
    const load = async (): Promise<void> => {
      const url = await media.avatarUrl(avatar, Math.round(sizePx * window.devicePixelRatio));
      if (current) setLoaded({ avatar, url });
    };
    // NOTE: initials are a whole answer: a picture that does not come is not worth a word.
    load().catch(() => undefined);
    return () => {
      current = false;
    };
  }, [media, avatar, sizePx]);
  return loaded !== null && loaded.avatar === avatar ? loaded.url : null;
}
