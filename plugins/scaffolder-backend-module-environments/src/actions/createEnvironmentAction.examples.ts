import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const createEnvironmentExamples: TemplateExample[] = [
  {
    description: 'Run one service in a version of your own for three days',
    example: stringify({
      steps: [
        {
          id: 'environment',
          name: 'Make the environment',
          action: 'environment:create',
          input: {
            name: 'night-fares',
            domain: 'domain:default/payments',
            cluster: 'dev-1',
            size: 'M',
            expiresIn: 'P3D',
            services: [{ name: 'pricing', version: '5.3.0-rc1' }],
            wait: true,
          },
        },
      ],
    }),
  },
  {
    description: 'Give it a setting, an empty database, and people who help',
    example: stringify({
      steps: [
        {
          id: 'environment',
          name: 'Make the environment',
          action: 'environment:create',
          input: {
            name: 'refunds-v2',
            domain: 'domain:default/payments',
            cluster: 'dev-1',
            size: 'S',
            expiresIn: 'PT8H',
            services: [
              { name: 'refunds', env: { REFUNDS_V2: 'true' } },
              { name: 'gateway' },
            ],
            share: { ledger: 'empty' },
            collaborators: ['user:default/tester-two'],
            why: 'Partial refunds',
          },
        },
      ],
    }),
  },
];
