import type { Person } from '@sotto/client';
import { Button, useObservable } from '@sotto/ui';
import { useState } from 'react';
import { useAccount } from '../../../app/index.ts';
import { NoteDialog } from './note-dialog.tsx';

/** What I call somebody and know about them. */
export function NoteCard({ person }: { readonly person: Person }) {
  const notes = useObservable(useAccount().people.notes);
  const [editing, setEditing] = useState(false);
  const mine = notes?.get(person.userId) ?? null;
  return (
    <section
      aria-labelledby="note-title"
      className="w-full rounded-card border border-line bg-surface px-4 py-3"
    >
      <div className="flex items-center justify-between gap-2">
        <h3 id="note-title" className="font-medium">
          Your note
        </h3>
        <Button size="small" variant="quiet" className="-me-2" onClick={() => setEditing(true)}>
          {mine === null ? 'Add' : 'Edit'}
        </Button>
      </div>
      {mine !== null && mine.nickname !== '' && (
        <p className="pb-1 wrap-anywhere">
          <span className="text-quiet">You call them </span>
          <bdi>{mine.nickname}</bdi>
        </p>
      )}
      {mine !== null && mine.note !== '' && (
        <p className="pb-1 whitespace-pre-line wrap-anywhere [unicode-bidi:plaintext]">
          {mine.note}
        </p>
      )}
      <p className="text-small text-quiet">
        {notes === null
          ? 'Notes you wrote before can’t be read on this device.'
          : mine === null
            ? 'A nickname, and what you want to remember. Only you can read it.'
            : 'Only you can read this.'}
      </p>
      {editing && <NoteDialog person={person} note={mine} onClose={() => setEditing(false)} />}
    </section>
  );
}
