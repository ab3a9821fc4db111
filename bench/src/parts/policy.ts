import type { BenchOptions } from '../commands/bench-options.ts';
import { shareOf } from '../measure/cpu-profile.ts';
import { profileLoad } from '../measure/profiled-load.ts';
import type { Figures } from '../report/bars.ts';
import { sotto } from '../servers/programs.ts';

/** Who may reach whom, who is blocked, who sees what: all of it is decided here. */
const DECIDED_IN = 'packages/homeserver/dist/modules/contacts/';

/** What deciding who may reach whom adds to a message between people who have accepted each other. */
export async function measurePolicy({ pairs, seconds }: BenchOptions): Promise<Figures> {
  const { profile } = await profileLoad(sotto, { pairs, seconds });
  const share = shareOf(profile, DECIDED_IN);
  return { policyPercent: (share / (1 - share)) * 100 };
}
