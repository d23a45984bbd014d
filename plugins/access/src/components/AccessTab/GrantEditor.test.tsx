import { screen, waitFor, within } from '@testing-library/react';
import userEvent, { UserEvent } from '@testing-library/user-event';
import { showAccess, urlOf } from './__testUtils__/showAccess';

const button = (name: RegExp | string) => screen.findByRole('button', { name });
const form = (name: string) => screen.findByRole('region', { name });
const saveButton = (name = 'Save grant') => button(name);

async function choose(person: UserEvent, menu: RegExp, item: RegExp) {
  await person.click(await button(menu));
  const list = await screen.findByRole('menu');
  await person.click(within(list).getByText(item));
  // A menu of several choices stays open.
  if (screen.queryByRole('menu')?.querySelector('[role=menuitemcheckbox]')) {
    await person.keyboard('{Escape}');
  }
  await waitFor(() =>
    expect(screen.queryByRole('menu')).not.toBeInTheDocument(),
  );
}

describe('GrantEditor', () => {
  beforeEach(() => window.localStorage.clear());

  it('draws an unsaved grant into the matrix, saves it once, and shows it in force', async () => {
    const person = userEvent.setup();
    const { api, pass } = showAccess({
      as: 'owner-three',
      url: '/?of=group:quality&grant=new',
    });
    const editor = await form('New grant');
    expect(await saveButton()).toHaveAttribute('aria-disabled', 'true');
    expect(
      within(editor).getByText('Say where. Choose a role. Say why.'),
    ).toBeVisible();
    await choose(person, /^Where/, /^testing/);
    await choose(person, /^Role/, /^developer/);
    await pass(300);
    expect(
      await within(editor).findByText(
        'Tester Two may also download logs, open a shell, copy files, restart in testing',
      ),
    ).toBeVisible();
    expect(
      within(editor).getByText(
        'Tester Six could already, by grant 12 until 30 Nov',
      ),
    ).toBeVisible();
    expect(
      within(editor).getByText('Nobody loses anything; nothing open ends'),
    ).toBeVisible();
    expect(
      await button('Quality in testing: developer, was viewer'),
    ).toBeVisible();
    expect(screen.getByText('Preview, nothing saved yet')).toBeVisible();
    expect(api.world().grants).toHaveLength(8);

    await person.type(
      within(editor).getByRole('textbox', { name: 'Why' }),
      'regression week',
    );
    await waitFor(async () =>
      expect(await saveButton()).not.toHaveAttribute('aria-disabled'),
    );
    await person.dblClick(await saveButton());
    expect(
      await screen.findByText('Saved. In force within 30 s.'),
    ).toBeVisible();
    expect(api.world().grants.slice(8)).toEqual([
      expect.objectContaining({
        subject: expect.objectContaining({ ref: 'group:default/quality' }),
        role: 'developer',
        where: { tiers: ['testing'] },
        why: 'regression week',
      }),
    ]);
    await person.click(
      within(editor).getAllByRole('button', { name: 'Close' })[0],
    );
    expect(await button('Quality in testing: developer')).toBeVisible();
    expect(urlOf()).toBe('?of=group:quality');
  });

  it('finds people of the catalog who hold nothing yet', async () => {
    const person = userEvent.setup();
    showAccess({ as: 'owner-three', url: '/?grant=new' });
    const editor = await form('New grant');
    const who = within(editor).getByRole('textbox', { name: 'Who' });
    await person.type(who, 'Tester T');
    await person.click(
      await screen.findByRole('option', { name: 'Tester Two' }),
    );
    expect(who).toHaveValue('Tester Two');
  });

  it('refuses what the backend would refuse, in words', async () => {
    const person = userEvent.setup();
    const { pass, api } = showAccess({
      as: 'dev-one',
      url: '/?end=7',
    });
    const editor = await form('End a grant');
    await pass(300);
    expect(
      await within(editor).findByText(
        'You may not change grants everywhere that it reaches.',
      ),
    ).toBeVisible();
    await person.type(
      within(editor).getByRole('textbox', { name: 'Why' }),
      'trying',
    );
    const end = await saveButton('End grant');
    expect(end).toHaveAttribute('aria-disabled', 'true');
    await person.click(end);
    expect(api.calls()).not.toContain('deleteGrant');
  });

  it('ends a grant from the list, after showing who loses what', async () => {
    const person = userEvent.setup();
    const { api, pass } = showAccess({
      as: 'owner-three',
      url: '/?view=grants',
    });
    const table = await screen.findByRole('table', {
      name: 'Grants that reach payments',
    });
    const locked = within(table).getAllByRole('button', { name: 'Change' })[0];
    expect(locked).toHaveAttribute('aria-disabled', 'true');
    expect(locked).toHaveAccessibleDescription(
      'It stands in the portal’s config (access.grants[1]); change it there.',
    );
    await person.click(
      within(table).getByRole('button', {
        name: 'End the grant of Payments developers, developer',
      }),
    );
    expect(urlOf()).toBe('?end=7');
    const editor = await form('End a grant');
    await pass(300);
    expect(
      await within(editor).findByText(
        'What 3 people have open there ends within 30 s',
      ),
    ).toBeVisible();
    expect(
      await button(
        'Payments developers in development: no access, was developer',
      ),
    ).toBeVisible();
    await person.type(
      within(editor).getByRole('textbox', { name: 'Why' }),
      'reorganised',
    );
    await person.click(await saveButton('End grant'));
    expect(
      await screen.findByText('Ended. What was open by it ends within 30 s.'),
    ).toBeVisible();
    expect(api.world().grants.find(({ id }) => id === '7')?.ended).toBe(true);
  });

  it('keeps what was filled in when saving fails, and says why', async () => {
    const person = userEvent.setup();
    const { api, pass } = showAccess({
      as: 'owner-three',
      url: '/?end=12',
    });
    const editor = await form('End a grant');
    await pass(300);
    const why = within(editor).getByRole('textbox', { name: 'Why' });
    await person.type(why, 'done');
    api.fail('deleteGrant', new Error('the record cannot be written'));
    await waitFor(async () =>
      expect(await saveButton('End grant')).not.toHaveAttribute(
        'aria-disabled',
      ),
    );
    await person.click(await saveButton('End grant'));
    expect(
      await screen.findByText('the record cannot be written'),
    ).toBeVisible();
    expect(why).toHaveValue('done');
    api.mend('deleteGrant');
    await person.click(await saveButton('End grant'));
    expect(await screen.findByText(/^Ended\./)).toBeVisible();
  });
});
