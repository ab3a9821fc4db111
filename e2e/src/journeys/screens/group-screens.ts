import {
  addPerson,
  choosePerson,
  makeGroupLink,
  openMember,
  showDetails,
} from '../../support/group-steps.ts';
import type { Journey } from '../../support/journey.ts';
import { signUpAll } from '../../support/newcomers.ts';
import { lookAt, lookAtOpened } from '../../support/look-at.ts';
import { acceptRequest, composerOf, say } from '../../support/steps.ts';

const LONG_NAME = 'Neighbours of the allotment behind the old railway yard, second gate';

/** The screens of groups, as their owner and a stranger see them. */
export const groupScreens: Journey = {
  name: 'every screen of groups is accessible on desktop and phone, in light and dark',
  async run(stage) {
    const { url } = stage.server;
    const { mira, jonas, lena } = await signUpAll(stage, 'mira', 'jonas', 'nora', 'lena');

    await mira.goto(`${url}/new`);
    for (const username of ['jonas', 'nora']) await choosePerson(mira, username);
    await mira.getByRole('button', { name: 'Continue with 2 people' }).click();
    await mira.getByLabel('Name').fill(LONG_NAME);
    await lookAt(mira, 'new-group');
    await mira.getByRole('button', { name: 'Start group' }).click();
    await composerOf(mira).waitFor();
    await acceptRequest(jonas, 'Mira Kovac');
    await say(mira, 'The key hangs behind the second beam.');
    await say(jonas, 'Found it.');

    const inDetails = (press?: string) => async () => {
      await showDetails(mira);
      await mira.getByRole('button', { name: 'Add people' }).waitFor();
      if (press !== undefined) await mira.getByRole('button', { name: press }).click();
    };
    await lookAtOpened(mira, 'group-details', inDetails());
    const choose = async () => {
      await inDetails('Add people')();
      await choosePerson(mira, 'lena');
    };
    await lookAtOpened(mira, 'add-people', choose);
    await lookAtOpened(mira, 'add-people-history', async () => {
      await choose();
      await mira.getByRole('button', { name: 'Continue' }).click();
    });
    await lookAtOpened(mira, 'group-member', () => openMember(mira, /Jonas Weber/));
    await lookAtOpened(mira, 'group-permissions', inDetails('Permissions'));
    await lookAtOpened(mira, 'group-edit', inDetails('Edit group'));
    await composerOf(mira).waitFor();
    const address = await makeGroupLink(mira, url, 'Poster at the gate');
    await lookAtOpened(mira, 'group-links', async () => {
      await inDetails('Links to this group')();
      await mira.getByText('Poster at the gate').waitFor();
    });
    await lookAtOpened(mira, 'group-leave', async () => {
      await inDetails('Leave group')();
      await mira.getByLabel('Leave without telling everyone').waitFor();
    });
    await inDetails()();

    await lena.goto(address);
    await lena.getByRole('button', { name: 'Join' }).waitFor();
    await lookAt(lena, 'group-link');
    await mira.getByRole('switch', { name: 'Join approval' }).click();
    await mira.getByText('You turned join approval on.').waitFor();
    await lena.reload();
    await lena.getByLabel('A sentence about you').fill('I rent the plot by the pump.');
    await lena.getByRole('button', { name: 'Ask to join' }).click();
    await lena.getByText('You have asked to join').waitFor();
    await lookAt(lena, 'group-link-waiting');
    await mira.getByRole('button', { name: /^Let in .?Lena Novak/ }).waitFor();
    await lookAt(mira, 'group-asking');
    await addPerson(mira, 'lena', 'From today');
    await lena.goto(`${url}/join/nothing-here`);
    await lena.getByText('This link does not work').waitFor();
    await lookAt(lena, 'group-link-dead');
  },
};
