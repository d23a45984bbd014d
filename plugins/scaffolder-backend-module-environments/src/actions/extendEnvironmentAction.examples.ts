import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const extendEnvironmentExamples: TemplateExample[] = [
  {
    description: 'Keep an environment a day longer',
    example: stringify({
      steps: [
        {
          id: 'extend',
          name: 'Keep it a day longer',
          action: 'environment:extend',
          input: { environment: '${{ parameters.environment }}', by: 'P1D' },
        },
      ],
    }),
  },
];
