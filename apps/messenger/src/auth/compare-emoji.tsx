export interface CompareEmojiProps {
  readonly emoji: readonly { readonly symbol: string; readonly name: string }[];
}

/** Seven pictures that are the same on both devices when nobody stands between them. */
export function CompareEmoji({ emoji }: CompareEmojiProps) {
  return (
    <ol
      aria-label="Pictures to compare"
      className="flex flex-wrap justify-center gap-x-1 gap-y-3 rounded-card bg-sunken px-2 py-4 inset-ring inset-ring-line"
    >
      {emoji.map(({ symbol, name }, place) => (
        <li key={`${place + 1}:${name}`} className="w-20 text-center">
          <span aria-hidden="true" className="block text-[2rem] leading-10">
            {symbol}
          </span>
          <span className="text-meta text-quiet">{name}</span>
        </li>
      ))}
    </ol>
  );
}
