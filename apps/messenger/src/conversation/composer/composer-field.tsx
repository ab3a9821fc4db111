import { usePointerIsCoarse } from '@sotto/ui';
import { useImperativeHandle, useLayoutEffect, useRef, type KeyboardEvent, type Ref } from 'react';

export interface ComposerFieldProps {
  readonly ref: Ref<HTMLTextAreaElement>;
  readonly value: string;
  readonly placeholder: string;
  readonly onValueChange: (value: string) => void;
  readonly onSend: (silent: boolean) => void;
}

/** Grows with the text up to a third of the window. Enter sends where there is a keyboard, with Shift and Control without sound. */
export function ComposerField({
  ref,
  value,
  placeholder,
  onValueChange,
  onSend,
}: ComposerFieldProps) {
  const coarse = usePointerIsCoarse();
  const field = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle<HTMLTextAreaElement | null, HTMLTextAreaElement | null>(
    ref,
    () => field.current,
  );

  useLayoutEffect(() => fitHeight(field.current, value), [value]);

  function onKeyDown(event: KeyboardEvent) {
    // While an input method composes a word, Enter chooses it.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    const silent = event.shiftKey && (event.ctrlKey || event.metaKey);
    if ((event.shiftKey && !silent) || event.altKey || (coarse && !silent)) return;
    event.preventDefault();
    onSend(silent);
  }

  return (
    <textarea
      ref={field}
      rows={1}
      dir="auto"
      value={value}
      aria-label={placeholder}
      placeholder={placeholder}
      enterKeyHint={coarse ? 'enter' : 'send'}
      onChange={(event) => onValueChange(event.target.value)}
      onKeyDown={onKeyDown}
      className="block max-h-[33dvh] min-h-10 w-full resize-none overflow-y-auto bg-transparent py-2.25 text-field outline-none placeholder:whitespace-nowrap pointer-coarse:min-h-11 pointer-coarse:py-2.75"
    />
  );
}

/** As tall as its text. An empty field is one line, whatever its placeholder says. */
function fitHeight(box: HTMLTextAreaElement | null, value: string): void {
  if (box === null) return;
  box.style.height = 'auto';
  if (value !== '') box.style.height = `${box.scrollHeight}px`;
}
