import { Button } from '@sotto/ui';
import { DoorFrame } from './door-frame.tsx';

/** Another tab of this browser holds the keys; this one can ask for them. */
export function OpenElsewhere({ onTakeOver }: { readonly onTakeOver: () => void }) {
  return (
    <DoorFrame
      title="Sotto is open in another tab"
      text="It runs in one tab at a time. If you go on here, the other tab pauses."
    >
      <Button variant="primary" size="large" stretch onClick={onTakeOver}>
        Use Sotto here
      </Button>
    </DoorFrame>
  );
}
