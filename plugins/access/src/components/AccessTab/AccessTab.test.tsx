import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NotFoundError } from '@backstage/errors';
import { InMemoryAccessApi, paymentsAccess } from '../../testUtils';
import { showAccess, urlOf } from './__testUtils__/showAccess';

const matrix = () =>
  screen.findByRole('table', { name: 'Departments by environment' });
const cell = (name: string) => screen.findByRole('button', { name });
const why = () => screen.findByRole('region', { name: 'Why' });

describe('AccessTab', () => {
  // The app remembers the language of the reader there.
  beforeEach(() => window.localStorage.clear());

  it('shows the strongest role of each department, and why when it is not plain', async () => {
    showAccess();
    const table = await matrix();
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(head => head.textContent),
    ).toEqual([
      'Department',
      'developmentdev-1',
      'testingtest-1',
      'productionprod-sh',
    ]);
    const rows = within(table).getAllByRole('rowheader');
    expect(rows.map(row => row.textContent)).toEqual([
      'Payments platform 2 people · owns this domain · part of Engineering',
      'Dev Four person · part of Payments developers',
      'Engineering 6 people',
      'Internal audit 1 person · every domain',
      'Payments developers 3 people · part of Engineering',
      'Platform operators 1 person · every domain',
      'Quality 2 people',
      'Rides developers 1 person · part of Engineering',
      'Tester Six person · part of Quality',
      'Everyone else0 people',
    ]);
    expect(
      await cell('Payments platform in production: owner, by ownership'),
    ).toBeVisible();
    expect(
      await cell('Payments developers in production: viewer, from Engineering'),
    ).toBeVisible();
    expect(await cell('Quality in testing: viewer')).toBeVisible();
    expect(
      await cell('Dev Four in production: operator, until 12 Dec'),
    ).toBeVisible();
  });

  it('explains the reader first, and each lock with what it needs and whom to ask', async () => {
    const user = userEvent.setup();
    showAccess();
    const card = await why();
    expect(
      await within(card).findByRole('heading', { name: 'Why may Dev One …' }),
    ).toBeVisible();
    const steps = (await within(card).findAllByRole('listitem')).map(
      step => step.textContent,
    );
    expect(steps).toEqual([
      expect.stringContaining('Dev One is in'),
      'Payments developers which holdsa department, part of Engineering',
      'developer in development, testingGrant 7, by Owner One, 12 Sept, “daily work”, no end',
      'viewer in productionGrant engineering-production, to Engineering, in the portal’s config (access.grants[1]), “everybody reads production”, no end',
      'and so mayin every environment that you see',
    ]);
    await user.click(
      await within(card).findByRole('button', {
        name: 'Restart in production: no',
      }),
    );
    expect(
      await within(card).findByText(
        'In production this needs developer; you hold viewer there.',
      ),
    ).toBeVisible();
    expect(
      within(card).getByText(/Ask Owner Three or another owner of payments/),
    ).toBeVisible();
    expect(urlOf()).toBe('?cell=restart.prod-sh');
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    await user.click(
      within(card).getByRole('button', { name: 'Copy a request' }),
    );
    const [[copied]] = write.mock.calls;
    expect(copied.split('\n').slice(0, 7)).toEqual([
      'Request for a right',
      'Person: Dev One (user:default/dev-one)',
      'Domain: payments (domain:default/payments)',
      'Environment: production (prod-sh)',
      'Role: developer',
      'In order to: Restart',
      'Reason: ',
    ]);
  });

  it('opens a department to its people and explains whom one chooses', async () => {
    const user = userEvent.setup();
    showAccess();
    await user.click(
      await screen.findByRole('button', { name: /^Quality 2 people/ }),
    );
    expect(
      await screen.findByRole('button', { name: 'Tester Two' }),
    ).toBeVisible();
    await user.click(await cell('Tester Two in production: viewer'));
    expect(urlOf()).toBe('?of=user:tester-two&cell=view.prod-sh');
    expect(
      await screen.findByRole('heading', { name: 'Why may Tester Two …' }),
    ).toBeVisible();
    expect(
      await screen.findByText('In production Tester Two may do this.'),
    ).toBeVisible();
  });

  it('is one tab stop in which arrows move', async () => {
    const user = userEvent.setup();
    showAccess();
    const table = await matrix();
    const stops = within(table)
      .getAllByRole('button')
      .filter(button => button.tabIndex === 0);
    expect(stops).toHaveLength(1);
    stops[0].focus();
    await user.keyboard('{ArrowDown}{ArrowRight}');
    expect(document.activeElement).toHaveAccessibleName(
      'Dev Four in testing: developer, from Payments developers',
    );
    await user.keyboard('{Enter}');
    expect(urlOf()).toBe('?of=user:dev-four&cell=view.test-1');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(urlOf()).toBe(''));
  });

  it('keeps refused what the reader may not, with the reason', async () => {
    showAccess();
    const change = await screen.findByRole('button', {
      name: 'Change a grant',
    });
    expect(change).toHaveAttribute('aria-disabled', 'true');
    expect(change).toHaveAccessibleDescription(/needs owner/);
    expect(screen.getByRole('button', { name: 'Audit' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  });

  it('shows a stranger neither names nor counts', async () => {
    const api = InMemoryAccessApi.create(
      paymentsAccess({ caller: 'user:default/nobody' }),
    );
    showAccess({ api });
    expect(
      await screen.findByText('Nothing to show for you here'),
    ).toBeVisible();
    expect(screen.queryByText('Quality')).not.toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /payments-platform/ }),
    ).toBeVisible();
  });

  it('takes away what was shown when the right to see it ends', async () => {
    const { api, pass } = showAccess();
    await matrix();
    api.fail('getRights', new NotFoundError('No such domain'));
    await pass(15_000);
    expect(
      await screen.findByText('Nothing to show for you here'),
    ).toBeVisible();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('keeps what it knows while the portal does not answer, and says so', async () => {
    const { api, pass } = showAccess();
    await matrix();
    api.fail('getRights', new Error('socket closed'));
    await pass(15_000);
    expect(await screen.findByText('socket closed')).toBeVisible();
    expect(await matrix()).toBeVisible();
    api.mend('getRights');
    await pass(15_000);
    await waitFor(() =>
      expect(screen.queryByText('socket closed')).not.toBeInTheDocument(),
    );
  });

  it('says when nobody is held to any rights', async () => {
    showAccess({ world: { permissionsEnabled: false } });
    expect(
      await screen.findByRole('region', {
        name: 'Permissions are switched off',
      }),
    ).toBeVisible();
  });

  it('speaks Chinese', async () => {
    showAccess({ language: 'zh' });
    expect(await screen.findByText('谁能做什么，为什么')).toBeVisible();
    expect(
      await cell('Payments developers 在生产：只读，来自 Engineering'),
    ).toBeVisible();
  });
});
