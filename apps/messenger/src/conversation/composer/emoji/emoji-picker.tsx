import { EmojiPicker as Frimousse, type EmojiPickerListComponents } from 'frimousse';
import { useEffect, useRef, useState } from 'react';
import { loadEmoji } from './emoji-data.ts';

/** All emoji, by search or by group. Kept in a file of its own, fetched when it is wanted. */
export function EmojiPicker({ onPick }: { readonly onPick: (emoji: string) => void }) {
  // The library remembers a failure for as long as it is given the same function.
  const [resolve] = useState(() => () => loadEmoji());
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => search.current?.focus(), []);
  return (
    <Frimousse.Root
      columns={8}
      resolveEmojiData={resolve}
      onEmojiSelect={({ emoji }) => onPick(emoji)}
      className="isolate flex min-h-0 flex-1 flex-col"
    >
      <div className="flex items-center gap-1 p-2">
        <Frimousse.Search
          aria-label="Search emoji"
          placeholder="Search emoji"
          ref={search}
          className="min-h-10 min-w-0 flex-1 rounded-control bg-sunken px-3 text-field inset-ring inset-ring-line outline-none focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-accent"
        />
        <Frimousse.SkinToneSelector className="grid size-10 place-items-center rounded-full text-title hover:bg-hover" />
      </div>
      <Frimousse.Viewport className="relative min-h-0 flex-1 outline-none">
        <Frimousse.Loading className="absolute inset-0 grid place-items-center text-small text-quiet">
          Loading…
        </Frimousse.Loading>
        <Frimousse.Empty className="absolute inset-0 grid place-items-center text-small text-quiet">
          No emoji found
        </Frimousse.Empty>
        <Frimousse.List className="pb-2 select-none" components={components} />
      </Frimousse.Viewport>
      <p className="flex h-11 items-center gap-2 border-t border-line px-3 text-small text-quiet">
        <Frimousse.ActiveEmoji>
          {({ emoji }) =>
            emoji === undefined ? (
              'Choose an emoji'
            ) : (
              <>
                <span className="text-title">{emoji.emoji}</span>
                <span className="truncate">{emoji.label}</span>
              </>
            )
          }
        </Frimousse.ActiveEmoji>
      </p>
    </Frimousse.Root>
  );
}

const components: Partial<EmojiPickerListComponents> = {
  CategoryHeader: ({ category, ...rest }) => (
    <div {...rest} className="bg-raised px-3 py-1.5 text-meta font-semibold text-quiet">
      {category.label}
    </div>
  ),
  // The library counts rows and columns from zero; assistive technology counts from one.
  Row: ({ children, 'aria-rowindex': row = 0, ...rest }) => (
    <div {...rest} aria-rowindex={row + 1} className="px-2">
      {children}
    </div>
  ),
  Emoji: ({ emoji, role = 'gridcell', 'aria-colindex': column = 0, ...rest }) => (
    <button
      {...rest}
      role={role}
      aria-colindex={column + 1}
      type="button"
      className="grid size-10 place-items-center rounded-control text-page data-active:bg-hover"
    >
      {emoji.emoji}
    </button>
  ),
};
