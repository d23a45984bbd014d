import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EnvironmentsWorld, paymentsEnvironments } from '../../testUtils';
import { responseError } from '../../testUtils/fakeErrors';
import { START, urlOf } from '../__testUtils__/showTab';
import {
  create,
  openForm,
  plan,
  settle,
  Shown,
} from './__testUtils__/openForm';

async function openPicker(
  shown: Shown,
  name = /^Version of pricing/,
): Promise<HTMLElement> {
  await userEvent.click(await screen.findByRole('button', { name }));
  const picker = await screen.findByRole('dialog', {
    name: 'Version of pricing',
  });
  await shown.pass(300);
  return picker;
}

const lines = (picker: HTMLElement) =>
  within(picker)
    .queryAllByRole('listitem')
    .map(item => item.textContent);
const tabs = (picker: HTMLElement) =>
  within(picker)
    .getAllByRole('tab')
    .map(one => `${one.textContent}${one.ariaSelected === 'true' ? ' *' : ''}`);

async function searchFor(shown: Shown, picker: HTMLElement, text: string) {
  const field = within(picker).getByRole('searchbox', {
    name: 'Search versions',
  });
  await userEvent.clear(field);
  await userEvent.type(field, text);
  await shown.pass(300);
}

/** The world with so many releases of pricing, and no branches. */
function manyReleases(count: number): Partial<EnvironmentsWorld> {
  const { services } = paymentsEnvironments(Date.parse(START));
  return {
    services: services.map(one =>
      one.name === 'pricing'
        ? {
            ...one,
            versions: Array.from({ length: count }, (_, index) => ({
              version: `4.0.${count - index}`,
              source: 'registry' as const,
            })),
          }
        : one,
    ),
  };
}

describe('versions to choose from', () => {
  beforeEach(() => window.localStorage.clear());

  it('are branches, searched by name, of which the newest build is taken and checked', async () => {
    const shown = await openForm('/new?s=pricing');
    const picker = await openPicker(
      shown,
      /^Version of pricing: Same as baseline/,
    );
    expect(tabs(picker)).toEqual(['Branches *', 'Tags', 'Typed']);
    await searchFor(shown, picker, 'fare');
    expect(lines(picker)).toEqual([
      'feat/night-fares12 min ago',
      'feat/fare-rules1 d ago',
      'fix/fare-roundingbuilding',
    ]);
    await userEvent.click(
      within(picker).getByRole('button', { name: /^feat\/night-fares/ }),
    );
    await settle(shown);
    expect(
      await screen.findByRole('button', {
        name: 'Version of pricing: feat/night-fares',
      }),
    ).toHaveTextContent('12 min');
    expect(screen.getByText('In the registry')).toBeVisible();
    // The branch gives the name, until somebody types another.
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue(
      'night-fares',
    );
    expect(await plan()).toHaveTextContent('5.4.0-night.3');
    expect(shown.api.calls('getVersions').at(-1)?.args[0]).toEqual({
      domain: 'domain:default/payments',
      cluster: 'dev-1',
      baseline: 'dev-1/payments-dev',
      service: 'pricing',
      q: 'fare',
      limit: 50,
    });
  });

  it('are tags, with where they run or ran', async () => {
    const world = paymentsEnvironments(Date.parse(START));
    const pricing = world.services.find(one => one.name === 'pricing')!;
    pricing.versions.push({
      version: '5.1.0',
      source: 'environment',
      where: 'dev-1/payments-dev',
      past: true,
    });
    const shown = await openForm('/new?s=pricing', {
      world: { services: world.services },
    });
    const picker = await openPicker(shown);
    await userEvent.click(within(picker).getByRole('tab', { name: 'Tags' }));
    await shown.pass(300);
    expect(lines(picker)).toEqual([
      '5.2.1runs in prod-sh/payments-prod',
      '5.2.09 d ago',
      '5.1.0ran in dev-1/payments-dev',
    ]);
    await userEvent.click(
      within(picker).getByRole('button', { name: /^5\.2\.0/ }),
    );
    await settle(shown);
    expect(urlOf()).toContain('s=pricing@5.2.0');
  });

  it('are typed, where nobody lists them, and never what can be no version', async () => {
    const shown = await openForm('/new?s=pricing');
    const picker = await openPicker(shown);
    await searchFor(shown, picker, '9.9.9-mine');
    expect(picker).toHaveTextContent('No branch of that name.');
    await userEvent.click(
      within(picker).getByRole('button', { name: 'Take 9.9.9-mine as typed' }),
    );
    const typed = within(picker).getByRole('textbox', {
      name: 'Version or whole image of pricing',
    });
    expect(typed).toHaveValue('9.9.9-mine');
    await userEvent.clear(typed);
    await userEvent.type(typed, 'not a version{Enter}');
    expect(typed).toHaveAccessibleDescription(
      'That is neither a version nor an image.',
    );
    expect(picker).toBeVisible();
    await userEvent.clear(typed);
    await userEvent.type(typed, 'registry.example.com/a/pricing:9{Enter}');
    await settle(shown);
    expect(urlOf()).toContain(
      's=pricing@image:registry.example.com/a/pricing:9',
    );
  });

  it('are not there where the registry does not have them, and then nothing is created', async () => {
    const shown = await openForm('/new?s=pricing@5.9.9&s=gateway&s=orders', {
      world: { missingVersions: { pricing: ['5.9.9'] } },
    });
    await settle(shown);
    expect(
      screen.getAllByText('There is no version 5.9.9 of pricing.')[0],
    ).toBeVisible();
    expect(await create()).toHaveAttribute('aria-disabled', 'true');
  });

  it('say so when they cannot be checked', async () => {
    const shown = await openForm('/new?s=pricing@5.9.9&s=gateway&s=orders');
    await settle(shown);
    expect(screen.getByText('Cannot be checked')).toBeVisible();
    expect(
      screen.getAllByText(
        'Version 5.9.9 of pricing cannot be checked: no registry is configured for it.',
      )[0],
    ).toBeVisible();
    expect(await create()).not.toHaveAttribute('aria-disabled', 'true');
  });

  it('come in parts when there are many', async () => {
    const shown = await openForm('/new?s=pricing', {
      world: manyReleases(700),
    });
    const picker = await openPicker(shown);
    expect(tabs(picker)).toEqual(['Tags *', 'Typed']);
    expect(lines(picker)).toHaveLength(51);
    await userEvent.click(
      within(picker).getByRole('button', { name: 'Show more' }),
    );
    await shown.pass(300);
    expect(lines(picker)).toHaveLength(151);
    await searchFor(shown, picker, '4.0.69');
    expect(lines(picker)).toEqual([
      ...Array.from(
        { length: 10 },
        (_, index) => `4.0.${699 - index}in the registry`,
      ),
      '4.0.69in the registry',
    ]);
  });

  it('tell what keeps the registry out, and how to add one', async () => {
    const shown = await openForm('/new?s=pricing', {
      world: { registry: { state: 'none', host: 'registry.example.com' } },
    });
    const picker = await openPicker(shown);
    expect(tabs(picker)).toEqual(['Tags *', 'Typed']);
    expect(lines(picker)).toEqual(['5.2.1runs in prod-sh/payments-prod']);
    expect(within(picker).getByRole('status')).toHaveTextContent(
      'The registry registry.example.com is not set up here. An operator adds it under environments.registries. Listed is only what runs here or ran.',
    );
    shown.api.world.registry = {
      state: 'failed',
      host: 'registry.example.com',
      problem: 'timeout',
    };
    await searchFor(shown, picker, '5');
    expect(within(picker).getByRole('status')).toHaveTextContent(
      'The registry registry.example.com does not answer in time.',
    );
    shown.api.world.registry = {
      state: 'partial',
      host: 'registry.example.com',
      problem: 'too-many',
    };
    await userEvent.click(
      within(picker).getByRole('button', { name: 'Try again' }),
    );
    await shown.pass(300);
    expect(within(picker).getByRole('status')).toHaveTextContent(
      /^The registry registry.example.com lists more than is read.\s*Try again$/,
    );
  });

  it('are still those that are known when the portal does not answer', async () => {
    const shown = await openForm('/new?s=pricing', {});
    shown.api.fail(
      'getVersions',
      responseError(503, 'ServiceUnavailableError', 'dev-1 does not answer'),
    );
    const picker = await openPicker(shown);
    expect(within(picker).getByRole('alert')).toHaveTextContent(
      'The versions cannot be listed: dev-1 does not answer',
    );
    expect(lines(picker)[0]).toBe('feat/night-fares12 min ago');
    shown.api.mend('getVersions');
    await userEvent.click(
      within(picker).getByRole('button', { name: 'Try again' }),
    );
    await shown.pass(300);
    expect(within(picker).queryByRole('alert')).toBeNull();
  });

  it('show that they are looked for', async () => {
    const shown = await openForm('/new?s=pricing');
    let answer = () => {};
    const given = shown.api.getVersions.bind(shown.api);
    shown.api.getVersions = async query => {
      await new Promise<void>(resolve => {
        answer = resolve;
      });
      return given(query);
    };
    const picker = await openPicker(shown);
    expect(
      within(picker).getByRole('progressbar', { name: 'Looking for versions' }),
    ).toBeVisible();
    answer();
    await shown.pass(300);
    expect(lines(picker)).toHaveLength(3);
  });

  it('are refused to who may only look, with the reason', async () => {
    const shown = await openForm('/new?s=pricing', { role: 'viewer' });
    const picker = await openPicker(shown);
    expect(within(picker).getByRole('alert')).toHaveTextContent(
      'not "env-create"; the role "developer" has it',
    );
  });

  it('move with the arrows', async () => {
    const shown = await openForm('/new?s=pricing');
    const picker = await openPicker(shown);
    within(picker).getByRole('tab', { name: 'Branches' }).focus();
    await userEvent.keyboard('{ArrowRight}');
    await shown.pass(300);
    expect(tabs(picker)).toEqual(['Branches', 'Tags *', 'Typed']);
    within(picker)
      .getByRole('button', { name: /^5\.2\.1/ })
      .focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(
      within(picker).getByRole('button', { name: /^5\.2\.0/ }),
    ).toHaveFocus();
  });

  it('speak Chinese', async () => {
    const shown = await openForm('/new?s=pricing', {
      language: 'zh',
      world: {
        registry: {
          state: 'partial',
          host: 'registry.example.com',
          problem: 'too-many',
        },
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /^pricing 的版本/ }),
    );
    const picker = await screen.findByRole('dialog');
    await shown.pass(300);
    expect(tabs(picker)).toEqual(['分支 *', '标签', '手动输入']);
    expect(lines(picker)[0]).toMatch(/前$/);
    expect(within(picker).getByRole('status')).toHaveTextContent(
      '镜像仓库 registry.example.com 列出的版本太多，只读取了一部分。',
    );
  });
});
