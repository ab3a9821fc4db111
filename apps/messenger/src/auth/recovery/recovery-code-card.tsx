import { Button, useToast } from '@sotto/ui';
import { Copy, Download } from 'lucide-react';
import { copyText } from '../../platform/copy-text.ts';
import { saveTextFile } from '../../platform/save-text-file.ts';
import { groupRecoveryCode, recoveryCodeFile } from '../recovery-code.ts';

export interface RecoveryCodeCardProps {
  readonly code: string;
  /** Whose code it is, for the downloaded file. */
  readonly handle: string;
}

/** The code in full, with the ways to take it along. */
export function RecoveryCodeCard({ code, handle }: RecoveryCodeCardProps) {
  const toast = useToast();
  const groups = groupRecoveryCode(code);

  async function copy(): Promise<void> {
    const copied = await copyText(groups.join(' '));
    toast.show(
      copied
        ? { text: 'Recovery code copied.' }
        : { text: 'This browser did not allow copying. Select the code instead.', tone: 'danger' },
    );
  }

  return (
    <div className="@container">
      <code
        dir="ltr"
        // One string for selecting and for screen readers; the grid only places its groups.
        className="grid grid-cols-2 @3xs:grid-cols-3 @2xs:grid-cols-4 @md:grid-cols-6 gap-x-2 gap-y-1 rounded-card bg-sunken p-4 text-center font-mono text-title inset-ring inset-ring-line select-all"
      >
        {groups.map((group, place) => (
          <span key={`${place + 1}:${group}`}>{group} </span>
        ))}
      </code>
      <div className="mt-3 flex flex-wrap gap-2 *:flex-1">
        <Button
          icon={<Copy className="size-4.5" />}
          onClick={() => {
            void copy();
          }}
        >
          Copy
        </Button>
        <Button
          icon={<Download className="size-4.5" />}
          onClick={() => saveTextFile('sotto-recovery-code.txt', recoveryCodeFile(handle, code))}
        >
          Download
        </Button>
      </div>
    </div>
  );
}
