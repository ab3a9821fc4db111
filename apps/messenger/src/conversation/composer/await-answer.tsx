/** Stands where messages are written, once a request has said all it may. */
export function AwaitAnswer({ words }: { readonly words: string }) {
  return (
    <div className="shrink-0 border-t border-line bg-background pb-[env(safe-area-inset-bottom)]">
      <output className="mx-auto block max-w-224 px-4 py-4 text-center text-small text-balance wrap-anywhere text-quiet">
        {words}
      </output>
    </div>
  );
}
