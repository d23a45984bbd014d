import { MASK } from '@domaindeck/backstage-plugin-workloads-common';
import { withoutMasked } from './withoutMasked';

it('copies no dots, and everything else', () => {
  const specification = {
    name: 'first',
    domain: 'domain:default/payments',
    cluster: 'dev-1',
    size: 'S',
    expiresIn: 'P1D',
    services: [
      { name: 'plain' },
      {
        name: 'pricing',
        env: { DB_PASSWORD: MASK, URL: `a:${MASK}@b`, LEVEL: 'info', X: null },
      },
    ],
    configOverrides: { settings: { key: MASK, mode: 'fast' } },
  };
  expect(withoutMasked(specification)).toEqual({
    ...specification,
    services: [
      { name: 'plain' },
      { name: 'pricing', env: { LEVEL: 'info', X: null } },
    ],
    configOverrides: { settings: { mode: 'fast' } },
  });
});
