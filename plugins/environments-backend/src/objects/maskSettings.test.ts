import { SpecificationPatch } from '@domaindeck/backstage-plugin-environments-common';
import { MASK } from '@domaindeck/backstage-plugin-workloads-common';
import { maskSettings } from './maskSettings';

describe('maskSettings', () => {
  it('masks what looks like a secret, and leaves the rest as it is', () => {
    expect(
      maskSettings({
        size: 'S',
        services: [
          { name: 'plain', version: '1' },
          {
            name: 'pricing',
            env: {
              DB_PASSWORD: 'aHVu',
              DB_URL: 'postgres://a:aHVu@db/x',
              LEVEL: 'info',
              API_TOKEN: null,
            },
          },
        ],
        configOverrides: {
          settings: {
            'api-key': 'aHVu',
            'secrets.properties': 'user=ann\ndb.password=aHVu\n',
          },
        },
      }),
    ).toEqual({
      size: 'S',
      services: [
        { name: 'plain', version: '1' },
        {
          name: 'pricing',
          env: {
            DB_PASSWORD: MASK,
            DB_URL: `postgres://a:${MASK}@db/x`,
            LEVEL: 'info',
            API_TOKEN: null,
          },
        },
      ],
      configOverrides: {
        settings: {
          'api-key': MASK,
          'secrets.properties': `user=ann\ndb.password=${MASK}\n`,
        },
      },
    });
    const other: SpecificationPatch = { size: 'L' };
    expect(maskSettings(other)).toEqual(other);
  });
});
