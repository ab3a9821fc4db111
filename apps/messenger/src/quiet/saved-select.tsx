import type { Outcome } from '@sotto/client';
import { Select, useToast, type SelectProps } from '@sotto/ui';
import { useState } from 'react';

export interface SavedSelectProps<Value extends string> extends Omit<
  SelectProps<Value>,
  'onValueChange'
> {
  readonly onChoose: (value: Value) => Promise<Outcome>;
}

/** A choice that is kept at once. It shows what was chosen while that is on its way. */
export function SavedSelect<Value extends string>({
  value,
  onChoose,
  ...select
}: SavedSelectProps<Value>) {
  const toast = useToast();
  const [saving, setSaving] = useState<Value | null>(null);

  async function choose(next: Value): Promise<void> {
    setSaving(next);
    const outcome = await onChoose(next);
    setSaving((latest) => (latest === next ? null : latest));
    if (!outcome.ok) toast.show({ text: outcome.problem.message, tone: 'danger' });
  }

  return <Select {...select} value={saving ?? value} onValueChange={(next) => void choose(next)} />;
}
