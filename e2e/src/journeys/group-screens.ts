import { addPerson, choosePerson, makeGroupLink, openMember } from '../support/group-steps.ts';
import type { Journey } from '../support/journey.ts';
import { lookAt } from '../support/look-at.ts';
import { acceptRequest, composerOf, say, signUp } from '../support/steps.ts';

const LONG_NAME = 'Neighbours of the allotment behind the old railway yard, second gate';

/** The screens of groups, as their owner and a stranger see them. */
export const groupScreens: Journey = {
  name: 'every screen of groups is accessible on desktop and phone, in light and dark',
  async run(stage) {
    const { url } = stage.server;
    const mira = (await stage.open(await stage.newProfile('mira'))).page;
    const jonas = (await stage.open(await stage.newProfile('jonas'))).page;
    const nora = (await stage.open(await stage.newProfile('nora'))).page;
    const lena = (await stage.open(await stage.newProfile('lena'))).page;
    await signUp(mira, { name: 'Mira Kovac', username: 'mira' });
    await signUp(jonas, { name: 'Jonas Weber', username: 'jonas' });
    await signUp(nora, { name: 'Nora Lind', username: 'nora' });
    await signUp(lena, { name: 'Lena Novak', username: 'lena' });

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

    await mira.getByRole('button', { name: 'Show details' }).click();
    await mira.getByRole('button', { name: 'Add people' }).waitFor();
    await lookAt(mira, 'group-details');
    await mira.getByRole('button', { name: 'Add people' }).click();
    await choosePerson(mira, 'lena');
    await lookAt(mira, 'add-people');
    await mira.getByRole('button', { name: 'Continue' }).click();
    await lookAt(mira, 'add-people-history');
    await mira.keyboard.press('Escape');
    await openMember(mira, /Jonas Weber/);
    await lookAt(mira, 'group-member');
    await mira.keyboard.press('Escape');
    await mira.getByRole('button', { name: 'Permissions' }).click();
    await lookAt(mira, 'group-permissions');
    await mira.keyboard.press('Escape');
    await mira.getByRole('button', { name: 'Edit group' }).click();
    await lookAt(mira, 'group-edit');
    await mira.keyboard.press('Escape');
    const address = await makeGroupLink(mira, url, 'Poster at the gate');
    await mira.getByRole('button', { name: 'Links to this group' }).click();
    await mira.getByText('Poster at the gate').waitFor();
    await lookAt(mira, 'group-links');
    await mira.keyboard.press('Escape');
    await mira.getByRole('button', { name: 'Leave group' }).click();
    await lookAt(mira, 'group-leave');
    await mira.keyboard.press('Escape');

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
    await mira.getByRole('button', { name: /Let .?Lena Novak.? in/ }).waitFor();
    await lookAt(mira, 'group-asking');
    await addPerson(mira, 'lena', 'From today');
    await lena.goto(`${url}/join/nothing-here`);
    await lena.getByText('This link does not work').waitFor();
    await lookAt(lena, 'group-link-dead');
  },
};
