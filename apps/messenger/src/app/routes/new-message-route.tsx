import { NewMessagePane } from '../../people/index.ts';
import { Columns } from '../frame/columns.tsx';
import { NothingOpen } from '../frame/nothing-open.tsx';

/** `/new`: finding someone takes the place of the list. */
export function NewMessageRoute() {
  return (
    <Columns side={<NewMessagePane />} showing="side">
      <NothingOpen text="Choose who to write to." />
    </Columns>
  );
}
