import { useToast } from '@sotto/ui';
import { copyText } from '../../platform/copy-text.ts';

/** Copies an address and says so. */
export function useCopying(): (address: string) => void {
  const toast = useToast();

  async function copy(address: string): Promise<void> {
    const copied = await copyText(address);
    toast.show(
      copied
        ? { text: 'Link copied.' }
        : { text: 'This browser did not allow copying.', tone: 'danger' },
    );
  }
  return (address) => void copy(address);
}
