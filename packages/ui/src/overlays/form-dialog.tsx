import { useId, type ReactNode } from 'react';
import { Button } from '../actions/button.tsx';
import { Dialog, type DialogProps } from './dialog.tsx';

export interface FormDialogProps extends Pick<DialogProps, 'title' | 'description' | 'size'> {
  /** What sending it does, as a verb: never "OK". */
  readonly submitLabel: string;
  readonly danger?: boolean;
  /** While it is being sent: it stays open, and nothing is sent twice. */
  readonly busy: boolean;
  /** False while something is missing. */
  readonly complete?: boolean;
  readonly onSubmit: () => void | Promise<void>;
  readonly onClose: () => void;
  /** The fields, one below the other. */
  readonly children: ReactNode;
}

/** A small form over the page, sent with its main button or with Enter. */
export function FormDialog({
  submitLabel,
  danger = false,
  busy,
  complete = true,
  onSubmit,
  onClose,
  children,
  ...dialog
}: FormDialogProps) {
  const formId = useId();
  return (
    <Dialog
      {...dialog}
      open
      onOpenChange={onClose}
      dismissible={!busy}
      footer={
        <>
          <Button disabled={busy} onClick={onClose}>
            Cancel
          </Button>
          <Button
            form={formId}
            type="submit"
            variant={danger ? 'danger' : 'primary'}
            busy={busy}
            disabled={!complete}
          >
            {submitLabel}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (complete) void onSubmit();
        }}
        className="flex flex-col gap-4"
      >
        {children}
      </form>
    </Dialog>
  );
}
