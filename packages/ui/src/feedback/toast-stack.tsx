import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { useEffect } from 'react';
import { IconButton } from '../actions/icon-button.tsx';
import { classes } from '../hooks/classes.ts';
import type { ToastMessage } from './toast-message.ts';
import type { WaitingToasts } from './waiting-toasts.ts';

const DURATION_MS = 5_000;

/** The messages on screen, and the region that reads them out. */
export function ToastStack({ waiting }: { readonly waiting: WaitingToasts }) {
  return (
    <Toast.Provider timeout={DURATION_MS} limit={3}>
      <Toast.Portal>
        <Toast.Viewport
          // Below a page's header, far from what is being written and from the newest message.
          className="pointer-events-none fixed inset-x-4 top-[calc(env(safe-area-inset-top)+4rem)] z-50 mx-auto flex max-w-100 flex-col gap-2"
        >
          <ToastList waiting={waiting} />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList({ waiting }: { readonly waiting: WaitingToasts }) {
  const { toasts, add, close } = Toast.useToastManager();

  useEffect(() => {
    function show({ text, tone = 'plain', action, durationMs, onExpire }: ToastMessage): void {
      let acted = false;
      const id = add({
        title: text,
        type: tone,
        timeout: durationMs ?? DURATION_MS,
        // Told at once, a toast is hidden from those who are told, and its button is not.
        priority: 'low',
        onClose() {
          if (!acted) onExpire?.();
        },
        ...(action !== undefined && {
          actionProps: {
            children: action.label,
            onClick() {
              acted = true;
              close(id);
              action.onAction();
            },
          },
        }),
      });
    }
    return waiting.attach(show);
  }, [waiting, add, close]);

  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      swipeDirection={['up', 'left', 'right']}
      className={classes(
        'pointer-events-auto rounded-card border border-line bg-raised text-body shadow-float',
        'transition-[opacity,translate] duration-movement data-ending-style:opacity-0 data-limited:hidden',
        'data-starting-style:-translate-y-2 data-starting-style:opacity-0',
      )}
    >
      <Toast.Content className="flex items-center gap-2 py-1.5 ps-4 pe-1.5">
        <Toast.Title
          render={<p />}
          className={classes('min-w-0 flex-1 py-1', toast.type === 'danger' && 'text-danger')}
        />
        <Toast.Action className="min-h-10 shrink-0 rounded-control px-3 font-semibold text-accent hover:bg-hover" />
        <Toast.Close
          render={<IconButton label="Dismiss" tooltip={false} icon={<X className="size-4" />} />}
        />
      </Toast.Content>
    </Toast.Root>
  ));
}
