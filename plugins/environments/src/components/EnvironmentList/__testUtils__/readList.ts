import { screen, within } from '@testing-library/react';

/** The table of environments, once it is there. */
export const table = () => screen.findByRole('table', { name: 'Environments' });

/** The row of an environment, once it is there. */
export const row = async (name: string) =>
  (await screen.findByRole('link', { name })).closest('tr')!;

/** The names of all environments in the table, in their order. */
export const names = async () =>
  within(await table())
    .getAllByRole('rowheader')
    .map(head => within(head).queryByRole('link')?.textContent)
    .filter(Boolean);
