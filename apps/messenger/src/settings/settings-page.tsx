import { EmptyState, SearchField } from '@sotto/ui';
import { useParams } from '@tanstack/react-router';
import { SearchX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Columns } from '../app/frame/columns.tsx';
import { BackButton, Pane, PaneHeader } from '../app/index.ts';
import { sections } from './sections.ts';
import { SettingsIndex } from './settings-index.tsx';
import { searchSections } from './settings-search.ts';

/** `/settings` and `/settings/$section`: one page, one level, with a search over all of it. */
export function SettingsPage() {
  const { section } = useParams({ from: '/account/settings/{-$section}' });
  const [query, setQuery] = useState('');
  const found = searchSections(sections, query);

  useEffect(() => {
    if (section === undefined) return;
    // An address or a tap in the index leads to the heading, for eyes and for screen readers.
    document.getElementById(section)?.scrollIntoView({ block: 'start' });
    document.getElementById(`${section}-title`)?.focus({ preventScroll: true });
  }, [section]);

  const search = <SearchField label="Search settings" value={query} onValueChange={setQuery} />;
  return (
    <Columns
      showing="detail"
      side={
        <Pane
          label="Settings index"
          header={<PaneHeader title="Settings" back={<BackButton to="/" always />} />}
        >
          <div className="px-4 pb-3">{search}</div>
          <SettingsIndex sections={found} current={section} />
        </Pane>
      }
    >
      <Pane
        label="Settings"
        header={
          <div className="md:hidden">
            <PaneHeader title="Settings" back={<BackButton to="/" />} line />
          </div>
        }
      >
        <div className="mx-auto flex w-full max-w-160 flex-col gap-8 px-4 py-4 md:px-8 md:py-8">
          <div className="md:hidden">{search}</div>
          {found.map(({ id, content: Content }) => (
            <Content key={id} />
          ))}
          {found.length === 0 && (
            <EmptyState icon={<SearchX />} title={`No setting matches “${query}”`} />
          )}
        </div>
      </Pane>
    </Columns>
  );
}
