import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const updateEnvironmentExamples: TemplateExample[] = [
  {
    description: 'Take another version of one service',
    example: stringify({
      steps: [
        {
          id: 'version',
          name: 'Take the new version',
          action: 'environment:update',
          input: {
            environment: '${{ parameters.environment }}',
            setServices: [{ name: 'pricing', version: '5.3.0-rc2' }],
            wait: true,
          },
        },
      ],
    }),
  },
  {
    description: 'Take a service from the baseline again, and a larger size',
    example: stringify({
      steps: [
        {
          id: 'change',
          name: 'Change the environment',
          action: 'environment:update',
          input: {
            environment: '${{ steps.environment.output.id }}',
            dropServices: ['gateway'],
            size: 'L',
          },
        },
      ],
    }),
  },
];
