import { screen, within } from '@testing-library/react';
import { EndedRight } from '@domaindeck/backstage-plugin-access-common';
import { showAccess } from '../AccessTab/__testUtils__/showAccess';

const quality = {
  ref: 'group:default/quality',
  kind: 'group' as const,
  title: 'Quality',
};
const nobody = {
  ref: 'user:default/nobody',
  kind: 'user' as const,
  title: 'Nobody',
};
const by = {
  ref: 'user:default/owner-three',
  kind: 'user' as const,
  title: 'Owner Three',
};
const items: EndedRight[] = [
  {
    how: 'left',
    subject: quality,
    role: 'viewer',
    where: { tags: ['near'] },
  },
  {
    how: 'ended',
    subject: quality,
    role: 'developer',
    where: { tiers: ['testing'] },
    at: '2026-11-23T14:05:00Z',
    by,
  },
  {
    how: 'changed',
    subject: nobody,
    role: 'operator',
    where: { clusters: ['dev-1'] },
    at: '2026-11-22T09:00:00Z',
    by,
  },
  {
    how: 'expired',
    subject: nobody,
    role: 'viewer',
    where: {},
    at: '2025-12-31T16:00:00Z',
  },
];

function show(options: { language?: 'zh'; ended?: EndedRight[] }) {
  const { language, ended = items } = options;
  const ask = [
    {
      ref: 'group:default/payments-platform',
      kind: 'group' as const,
      title: 'Payments platform',
    },
  ];
  showAccess({
    as: 'nobody',
    language,
    world: { ended: { items: ended, ask: ended.length > 0 ? ask : [] } },
  });
}

describe('what a person sees of rights that ended', () => {
  // The app remembers the language of the reader there.
  beforeEach(() => window.localStorage.clear());

  it('is which grant or department, when, by whom, and whom to ask', async () => {
    show({});
    const list = await screen.findByRole('list', { name: 'What ended' });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'You are no longer in Quality, which holds viewer in clusters tagged near; you were when you signed in.',
      'On 23 Nov, 14:05, Owner Three ended the grant of Quality (developer in testing).',
      'On 22 Nov, 09:00, Owner Three changed your grant; until then it was operator in dev-1.',
      'Your grant (viewer everywhere) reached its end on 31 Dec 2025, 16:00.',
    ]);
    expect(
      screen.getAllByRole('link', { name: /ayments.platform/ }),
    ).toHaveLength(1);
  });

  it('is said in Chinese', async () => {
    show({ language: 'zh' });
    const list = await screen.findByRole('list', { name: '已终止的权限' });
    const texts = within(list)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent ?? '');
    expect(texts).toHaveLength(4);
    texts.forEach(text => {
      expect(text).toMatch(/\p{Script=Han}/u);
      expect(text).not.toMatch(/grant|holds|testing|viewer|developer|Nov/);
    });
  });

  it('is nothing where nothing ended', async () => {
    show({ ended: [] });
    expect(
      await screen.findByRole('link', { name: /payments-platform/ }),
    ).toBeVisible();
    expect(
      screen.queryByRole('list', { name: 'What ended' }),
    ).not.toBeInTheDocument();
  });
});
