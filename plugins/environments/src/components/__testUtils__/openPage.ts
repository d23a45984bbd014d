import { screen, within } from '@testing-library/react';
import { openTab } from './showTab';

/** The environment whose page {@link openPage} opens unless told otherwise. */
export const ID = 'e-fare-rules';

/** The button of what can be done with the environment of the page. */
export const action = async (name: string | RegExp) =>
  within(
    await screen.findByRole('group', { name: 'What can be done' }),
  ).getByRole('button', { name });

/** Opens the page of one environment and waits for it. */
export async function openPage(
  url = '/fare-rules',
  options: Parameters<typeof openTab>[0] = {},
) {
  const shown = await openTab({ url, ...options });
  await shown.pass(100);
  return shown;
}
