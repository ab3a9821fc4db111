import { Component, createContext, lazy, use, useMemo, useState, type ReactNode } from 'react';
import { OnceWanted } from '../overlays/once-wanted.tsx';
import type { Toaster, ToastMessage } from './toast-message.ts';
import { WaitingToasts } from './waiting-toasts.ts';

const ToasterContext = createContext<Toaster | null>(null);

const ToastStack = lazy(async () => ({ default: (await import('./toast-stack.tsx')).ToastStack }));

/** Holds the short messages near the head of the page; what shows them is fetched with the first. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [waiting] = useState(() => new WaitingToasts());
  const [wanted, setWanted] = useState(false);
  const toaster = useMemo(
    () => ({
      show(message: ToastMessage) {
        waiting.show(message);
        setWanted(true);
      },
    }),
    [waiting],
  );
  return (
    <ToasterContext value={toaster}>
      {children}
      <StackBoundary onFailed={() => waiting.giveUp()}>
        <OnceWanted wanted={wanted}>
          <ToastStack waiting={waiting} />
        </OnceWanted>
      </StackBoundary>
    </ToasterContext>
  );
}

/** Shows short messages. The result stays the same between renders. */
export function useToast(): Toaster {
  const toaster = use(ToasterContext);
  if (!toaster) throw new Error('useToast needs a ToastProvider around it.');
  return toaster;
}

interface BoundaryProps {
  readonly children: ReactNode;
  readonly onFailed: () => void;
}

/** A message that cannot be shown is no reason to lose the page. */
class StackBoundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(): void {
    this.props.onFailed();
  }

  override render(): ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}
