import type { Conversation, Person } from '@sotto/client';
import { ContextMenu, IconButton, OnceWanted } from '@sotto/ui';
import { BellOff, Paperclip, SendHorizontal } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { ComposerField } from './composer-field.tsx';
import { EmojiButton } from './emoji/emoji-button.tsx';
import { useDraft } from './use-draft.ts';
import type { Tray } from './tray/use-tray.ts';
import { useTyping } from './use-typing.ts';
import { useWaiting } from './use-waiting.ts';

const SlowModeLine = lazy(async () => ({
  default: (await import('./slow-mode-line.tsx')).SlowModeLine,
}));

const TrayView = lazy(async () => ({
  default: (await import('./tray/tray-view.tsx')).TrayView,
}));
const NightLine = lazy(async () => ({
  default: (await import('../../quiet/night-line.tsx')).NightLine,
}));

export interface ComposerProps {
  readonly conversation: Conversation;
  /** The other one of two. */
  readonly person: Person | null;
  readonly tray: Tray;
  /** How many messages a request has left; null for any number. */
  readonly left: number | null;
  /** In slow mode, when the next message may be written; null for now. */
  readonly againMs: number | null;
}

/** Where messages are written. */
export function Composer({ conversation, person, tray, left, againMs }: ComposerProps) {
  const [text, setText] = useDraft(conversation);
  const typing = useTyping(conversation);
  const field = useRef<HTMLTextAreaElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const hasFiles = tray.files.length > 0;
  const tooMany = left !== null && tray.files.length > left;
  const waits = useWaiting(againMs);
  const sendable = !waits && !tooMany && (hasFiles || text.trim() !== '');

  // A finger opens the keyboard itself; a mouse should find the field ready.
  useEffect(() => {
    if (window.matchMedia('(pointer: fine)').matches) field.current?.focus();
  }, []);
  useEffect(() => {
    if (hasFiles) field.current?.focus();
  }, [hasFiles]);

  function change(next: string) {
    setText(next);
    typing.changed(next);
  }

  function insert(emoji: string) {
    const box = field.current;
    if (box === null) return;
    // The field itself keeps the caret after what was put in.
    box.setRangeText(emoji, box.selectionStart, box.selectionEnd, 'end');
    box.focus();
    change(box.value);
  }

  function send(silent = false) {
    if (!sendable) return;
    const words = text.trim();
    if (hasFiles) {
      const chosen = tray.files.map(({ file }) => file);
      conversation.sendFiles(chosen, words === '' ? null : words, { silent });
      tray.clear();
    } else {
      conversation.sendText(words, { silent });
    }
    setText('');
    typing.stop();
    field.current?.focus();
  }

  return (
    <div className="shrink-0 border-t border-line bg-background pb-[env(safe-area-inset-bottom)]">
      <OnceWanted wanted={hasFiles || tray.problem !== null}>
        <TrayView tray={tray} />
      </OnceWanted>
      {waits && againMs !== null && (
        <Suspense>
          <SlowModeLine againMs={againMs} />
        </Suspense>
      )}
      {tooMany && (
        <p role="alert" className="px-4 pt-2 text-center text-small text-danger">
          Each file is a message, and your request has {left} left.
        </p>
      )}
      {person !== null && (
        <Suspense>
          <NightLine person={person} sendable={sendable} onSendSilently={() => send(true)} />
        </Suspense>
      )}
      <div className="mx-auto w-full max-w-224">
        <form
          className="flex items-end gap-1 px-1.5 py-2 md:px-3"
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <input
            ref={files}
            type="file"
            multiple
            hidden
            aria-hidden="true"
            tabIndex={-1}
            onChange={(event) => {
              tray.add([...(event.target.files ?? [])]);
              // So that the same file can be chosen again after it was removed.
              event.target.value = '';
            }}
          />
          <IconButton
            label="Add photos or files"
            icon={<Paperclip />}
            onClick={() => files.current?.click()}
          />
          <div className="flex min-w-0 flex-1 items-end rounded-[1.375rem] bg-surface ps-4 inset-ring inset-ring-line focus-within:inset-ring-edge">
            <ComposerField
              ref={field}
              value={text}
              placeholder={hasFiles ? 'Add a caption' : 'Message'}
              onValueChange={change}
              onSend={send}
            />
            <EmojiButton onPick={insert} />
          </div>
          <ContextMenu
            items={[
              {
                label: 'Send without sound',
                icon: <BellOff />,
                disabled: !sendable,
                shortcut: 'Mod+Shift+Enter',
                onSelect: () => send(true),
              },
            ]}
            className="flex pointer-coarse:[-webkit-touch-callout:none]"
          >
            <IconButton
              type="submit"
              label="Send"
              variant={sendable ? 'primary' : 'quiet'}
              disabled={!sendable}
              icon={<SendHorizontal className="rtl:-scale-x-100" />}
            />
          </ContextMenu>
        </form>
      </div>
    </div>
  );
}
