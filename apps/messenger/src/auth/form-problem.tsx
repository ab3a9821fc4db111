/** What went wrong with a form as a whole. Spoken at once. */
export function FormProblem({ text }: { readonly text: string | null }) {
  return (
    <div role="alert" className="contents">
      {text !== null && (
        <p className="rounded-control bg-danger-soft px-3 py-2 text-small text-danger">{text}</p>
      )}
    </div>
  );
}
