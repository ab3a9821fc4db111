import type { Group } from '@sotto/client';
import { Select, Switch, useObservable } from '@sotto/ui';
import { useAttempt } from '../../app/index.ts';
import { FormProblem } from '../../auth/form-problem.tsx';
import { slowModeOptions } from './slow-mode-words.ts';

/** What those who look after a group set where they stand: slow mode, and whether one has to be let in. */
export function GroupSettings({ group }: { readonly group: Group }) {
  const { can, slowModeSeconds, approval } = useObservable(group.state);
  const attempt = useAttempt();
  if (!can.setSlowMode && !can.setApproval) return null;
  return (
    <section aria-label="Settings" className="flex w-full flex-col gap-4">
      {can.setSlowMode && (
        <Select
          label="Slow mode"
          value={String(slowModeSeconds)}
          options={slowModeOptions(slowModeSeconds)}
          disabled={attempt.busy}
          hint="How often members may write. Moderators and above need not wait."
          onValueChange={(seconds) => void attempt.run(() => group.setSlowMode(Number(seconds)))}
        />
      )}
      {can.setApproval && (
        <Switch
          label="Join approval"
          description="Whoever comes by a link has to be let in."
          checked={approval}
          disabled={attempt.busy}
          onCheckedChange={(next) => void attempt.run(() => group.setApproval(next))}
        />
      )}
      <FormProblem text={attempt.problem?.message ?? null} />
    </section>
  );
}
