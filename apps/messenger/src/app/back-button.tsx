import { IconButton } from '@sotto/ui';
import { useCanGoBack, useRouter, type LinkProps } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';

export interface BackButtonProps {
  /** The page above, for those who came by a link. */
  readonly to: NonNullable<LinkProps['to']>;
  /** What `to` leaves open. */
  readonly params?: Readonly<Record<string, string>>;
  readonly label?: string;
  /** Also beside a visible list. */
  readonly always?: boolean;
}

/** Back to where the person was; up to `to` if this page was the first they opened. */
export function BackButton({ to, params, label = 'Back', always = false }: BackButtonProps) {
  const router = useRouter();
  const canGoBack = useCanGoBack();
  return (
    <IconButton
      label={label}
      tooltip={false}
      icon={<ArrowLeft className="rtl:-scale-x-100" />}
      className={always ? '-ms-2' : '-ms-2 md:hidden'}
      onClick={() => {
        if (canGoBack) router.history.back();
        else void router.navigate({ to, ...(params && { params }), replace: true });
      }}
    />
  );
}
