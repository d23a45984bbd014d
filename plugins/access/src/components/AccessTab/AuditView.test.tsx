import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AuditEntry } from '@domaindeck/backstage-plugin-access-common';
import { paymentsAccess } from '../../testUtils';
import { showAccess, urlOf } from './__testUtils__/showAccess';

const table = () =>
  screen.findByRole('table', { name: 'What was done, newest first' });
const rowTexts = async () =>
  within(await table())
    .getAllByRole('row')
    .slice(1)
    .map(row =>
      within(row)
        .getAllByRole('cell')
        .slice(1)
        .map(cell => cell.textContent?.trim()),
    );
const [newest] = paymentsAccess().audit;
const entries = (count: number): AuditEntry[] =>
  Array.from({ length: count }, (_, index) => ({
    ...newest,
    id: `many-${index}`,
    requestId: `request-${index}`,
  }));

describe('AuditView', () => {
  beforeEach(() => window.localStorage.clear());

  it('says who did, tried and was refused what, and opens in place', async () => {
    const user = userEvent.setup();
    showAccess({ as: 'owner-three', url: '/?view=audit' });
    expect(await rowTexts()).toEqual([
      [
        'DODev One Payments developers',
        'Read a log',
        'pricing',
        'development',
        'Done',
      ],
      [
        'DFDev Four Payments developers',
        'Restarted',
        'risk',
        'testing',
        'Failed: no such image',
      ],
      [
        'DODev One Payments developers',
        'Tried to restart',
        'pricing',
        'production',
        'Refused: needs operator',
      ],
      [
        'OOOwner One Payments platform',
        'Changed a grant',
        'partner-integration',
        'partner-kl',
        'Done',
      ],
    ]);
    expect(screen.getByText('4 entries')).toBeVisible();
    await user.click(
      within(await table()).getAllByRole('button', {
        name: /^Show what was recorded/,
      })[3],
    );
    expect(
      await screen.findByText('go-live of the partner, see change 311'),
    ).toBeVisible();
    expect(
      within(await table())
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      'role viewer →becomes developer',
      'until none →becomes 2026-12-12T15:59:00Z',
    ]);
  });

  it('filters by the URL and keeps the filter there', async () => {
    const user = userEvent.setup();
    showAccess({ as: 'owner-three', url: '/?view=audit&outcome=refused' });
    await waitFor(async () => expect(await rowTexts()).toHaveLength(1));
    await user.click(
      await screen.findByRole('button', { name: 'Clear filters' }),
    );
    await waitFor(async () => expect(await rowTexts()).toHaveLength(4));
    await user.keyboard('/');
    await user.keyboard('311');
    await waitFor(async () => expect(await rowTexts()).toHaveLength(1));
    expect(urlOf()).toBe('?view=audit&q=311');
  });

  it('counts newer entries and shows them when asked', async () => {
    const user = userEvent.setup();
    const { api, pass } = showAccess({
      as: 'owner-three',
      url: '/?view=audit',
    });
    await table();
    const world = api.world();
    api.set({ audit: [...entries(2), ...world.audit] });
    await pass(10_000);
    const more = await screen.findByRole('button', { name: '2 new' });
    expect(await rowTexts()).toHaveLength(4);
    await user.click(more);
    expect(await rowTexts()).toHaveLength(6);
    expect(
      screen.queryByRole('button', { name: '2 new' }),
    ).not.toBeInTheDocument();
  });

  it('reads further pages by their cursor', async () => {
    const user = userEvent.setup();
    showAccess({
      as: 'owner-three',
      url: '/?view=audit',
      world: { audit: entries(60) },
    });
    expect(await rowTexts()).toHaveLength(50);
    await user.click(
      await screen.findByRole('button', { name: 'Older entries' }),
    );
    await waitFor(async () => expect(await rowTexts()).toHaveLength(60));
    expect(
      screen.queryByRole('button', { name: 'Older entries' }),
    ).not.toBeInTheDocument();
  });

  it('exports what the filter shows', async () => {
    const user = userEvent.setup();
    const { api } = showAccess({
      as: 'owner-three',
      url: '/?view=audit&outcome=failed',
    });
    const saved: Blob[] = [];
    const createObjectURL = jest.fn((blob: Blob) => {
      saved.push(blob);
      return 'blob:file';
    });
    Object.assign(URL, { createObjectURL, revokeObjectURL: jest.fn() });
    await user.click(await screen.findByRole('button', { name: 'Export 1' }));
    await user.click(await screen.findByRole('menuitem', { name: 'JSON' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(api.calls()).toContain('exportAudit');
    expect(saved[0].type).toBe('application/json');
  });

  it('shows the rights instead to who may not read the record', async () => {
    showAccess({ as: 'dev-one', url: '/?view=audit' });
    expect(
      await screen.findByRole('table', { name: 'Departments by environment' }),
    ).toBeVisible();
    expect(screen.queryByText('Restarted')).not.toBeInTheDocument();
  });
});
