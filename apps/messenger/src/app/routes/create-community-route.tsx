import { CreateCommunityPane } from '../../communities/make/create-community-pane.tsx';
import { Columns } from '../frame/columns.tsx';
import { NothingOpen } from '../frame/nothing-open.tsx';

/** `/communities/new`: making one takes the place of the list. */
export function CreateCommunityRoute() {
  return (
    <Columns side={<CreateCommunityPane />} showing="side">
      <NothingOpen text="A community has its own place beside your conversations." />
    </Columns>
  );
}
