import type { Delivery } from '@sotto/client';
import { classes } from '@sotto/ui';
import type { ReactNode } from 'react';
import { Check, CheckCheck, CircleAlert, Clock3 } from 'lucide-react';

const words: Record<Delivery, string> = {
  sending: 'Sending',
  waiting: 'Waiting for a connection',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  failed: 'Not sent',
};

/** How far a message of mine came. Each step has a shape of its own, so colour is never needed. */
export function DeliveryMark({
  delivery,
  className,
}: {
  readonly delivery: Delivery;
  readonly className?: string;
}) {
  return (
    <span
      title={words[delivery]}
      className={classes('inline-grid size-4 place-items-center [&_.lucide]:size-4', className)}
    >
      {shapes[delivery]}
      <span className="sr-only">{words[delivery]}</span>
    </span>
  );
}

/** A disc with the check cut out of it. */
function ReadShape() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 scale-90" fill="currentColor">
      <path
        fillRule="evenodd"
        d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm-2.77 6.77L7 9.52l3.85-4.22 1.1 1L7.02 11.7 4.17 8.83l1.06-1.06Z"
      />
    </svg>
  );
}

const shapes: Record<Delivery, ReactNode> = {
  sending: <Clock3 className="scale-80" />,
  waiting: <Clock3 className="scale-80" />,
  sent: <Check />,
  delivered: <CheckCheck />,
  read: <ReadShape />,
  failed: <CircleAlert />,
};
