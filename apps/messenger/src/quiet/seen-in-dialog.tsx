import type { ConversationSummary, QuietState } from '@sotto/client';
import { Button, Dialog } from '@sotto/ui';
import { useAccount } from '../app/index.ts';
import { seenInConversations } from './exception-words.ts';
import { SeenSelects } from './seen-selects.tsx';

export interface SeenInDialogProps {
  readonly conversation: ConversationSummary;
  /** Null while it is not known. */
  readonly state: QuietState | null;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** What the people of one conversation see of me there. */
export function SeenInDialog({ conversation, state, open, onOpenChange }: SeenInDialogProps) {
  const { quiet } = useAccount();
  const { id, title } = conversation;
  return (
    <Dialog
      open={open && state !== null}
      onOpenChange={onOpenChange}
      title="What this group sees of you"
      description={
        <>
          Only in <bdi>{title}</bdi>. What you hide there, you do not see of others there either. An
          exception for a person comes first.
        </>
      }
      size="small"
      footer={<Button onClick={() => onOpenChange(false)}>Done</Button>}
    >
      <div className="flex flex-col gap-4">
        <SeenSelects
          things={seenInConversations}
          exceptionFor={(thing) => state?.conversations[thing].get(id)}
          onChoose={(thing, seen) => quiet.setSeenIn(id, thing, seen)}
        />
      </div>
    </Dialog>
  );
}
