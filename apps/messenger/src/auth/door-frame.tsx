import type { ReactNode } from 'react';
import { Mark } from '../app/frame/mark.tsx';

export interface DoorFrameProps {
  readonly title: string;
  readonly text?: ReactNode;
  readonly children: ReactNode;
  /** Above the title: what happened before this page. */
  readonly notice?: ReactNode;
}

/** One task before everything else: coming in, proving a device, keeping the code. */
export function DoorFrame({ title, text, children, notice }: DoorFrameProps) {
  return (
    <main className="flex min-h-dvh flex-col pt-(--sotto-safe-top) pb-[env(safe-area-inset-bottom)] md:p-6">
      <div className="m-auto w-full max-w-md animate-appear p-6 md:rounded-bubble md:border md:border-line md:bg-surface md:p-10">
        <p className="flex items-center gap-3 text-title font-semibold">
          <Mark sizePx={44} />
          Sotto
        </p>
        {notice}
        <h1 className="mt-6 text-page font-semibold text-balance">{title}</h1>
        {text !== undefined && <div className="mt-2 text-body text-pretty text-quiet">{text}</div>}
        <div className="mt-6">{children}</div>
      </div>
    </main>
  );
}
