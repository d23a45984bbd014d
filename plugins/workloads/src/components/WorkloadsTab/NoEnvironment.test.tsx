import { screen } from '@testing-library/react';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { NoEnvironment } from './NoEnvironment';

// Who may not inspect clusters is tested with the tab: the answer of the permission is remembered within one test file.
describe('NoEnvironment', () => {
  it('shows an operator the entry that connects a domain', async () => {
    renderInTestApp(
      <NoEnvironment
        entity={{
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Domain',
          metadata: { name: 'payments', namespace: 'default' },
        }}
      />,
      { apis: [mockApis.permission({ authorize: AuthorizeResult.ALLOW })] },
    );
    const notice = await screen.findByRole('region', {
      name: 'No environment is connected',
    });
    expect(notice).toHaveTextContent('domain: domain:default/payments');
    expect(
      screen.getByRole('button', { name: 'Copy the entry' }),
    ).toBeVisible();
  });
});
