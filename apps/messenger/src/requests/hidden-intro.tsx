import type { RequestSummary } from '@sotto/client';
import { Button } from '@sotto/ui';
import { RequestTime } from './request-intro.tsx';

export interface HiddenIntroProps {
  readonly request: RequestSummary;
  readonly onShow: () => void;
}

/**
 * Stands where name, photo and messages will be. What is blurred is not them: nothing of them is in the
 * page, or fetched, before somebody asks.
 */
export function HiddenIntro({ request, onShow }: HiddenIntroProps) {
  const { kind } = request;
  const isGroup = kind !== 'direct';
  return (
    <div className="flex w-full flex-col items-center text-center">
      <span aria-hidden="true" className="flex w-full flex-col items-center gap-3 blur-sm">
        <span className="size-22 rounded-full bg-line" />
        <span className="h-6 w-40 rounded-full bg-line" />
      </span>
      <h2 className="mt-3 text-title font-semibold text-balance">
        {isGroup ? `Someone asks you to join a ${kind}` : 'Someone you may not know'}
      </h2>
      <RequestTime request={request} />
      <p className="mt-2 max-w-80 text-small text-balance text-quiet">
        {isGroup
          ? `Your settings keep their name and photo hidden until you ask${kind === 'community' ? ', and those of the community' : ''}.`
          : 'Your settings keep their name, photo and messages hidden until you ask.'}
      </p>
      {!isGroup && (
        <span aria-hidden="true" className="mt-5 flex w-full flex-col gap-1 blur-sm">
          <span className="h-9 w-3/5 rounded-bubble bg-line" />
          <span className="h-9 w-2/5 rounded-bubble bg-line" />
        </span>
      )}
      <Button className="mt-5" onClick={onShow}>
        Show
      </Button>
    </div>
  );
}
