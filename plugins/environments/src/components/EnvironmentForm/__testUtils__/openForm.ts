import { screen } from '@testing-library/react';
import { Specification } from '@domaindeck/backstage-plugin-environments-common';
import { EnvironmentsWorld } from '../../../testUtils';
import { openTab } from '../../__testUtils__/showTab';

export type Shown = Awaited<ReturnType<typeof openTab>>;

export const box = (name: string | RegExp) =>
  screen.findByRole('checkbox', { name });
export const plan = () => screen.findByRole('region', { name: 'What you get' });
export const create = () =>
  screen.findByRole('button', { name: /^(Create environment|Creating…)$/ });

/** Opens the form and waits for its plan. */
export async function openForm(
  url: string,
  options: {
    world?: Partial<EnvironmentsWorld>;
    as?: string;
    role?: EnvironmentsWorld['role'];
    language?: 'zh';
  } = {},
) {
  const shown = await openTab({ url, as: 'dev-nine', ...options });
  // The second plan knows who the reader is, for the name that is suggested.
  await settle(shown);
  await settle(shown);
  return shown;
}

/** Lets the form settle and the plan of it arrive. */
export async function settle({ pass }: Shown) {
  await pass(400);
  await pass(100);
}

/** The specification that was sent last. */
export function sent(shown: Shown): Specification {
  return shown.api.calls('createEnvironment').at(-1)?.args[0] as Specification;
}
