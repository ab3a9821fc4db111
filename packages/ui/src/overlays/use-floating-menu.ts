import { useToast } from '../feedback/toast.tsx';
import { useFloating } from './load-floating.ts';

/** The same for a menu: somebody pressed something, and is told if nothing comes of it. */
export function useFloatingMenu(isOpen: boolean, onFailed: () => void) {
  const toast = useToast();
  return useFloating(isOpen, () => {
    toast.show({
      text: 'The menu didn’t load. Check your connection and try again.',
      tone: 'danger',
    });
    onFailed();
  });
}
