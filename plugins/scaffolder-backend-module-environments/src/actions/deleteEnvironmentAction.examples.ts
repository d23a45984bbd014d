import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const deleteEnvironmentExamples: TemplateExample[] = [
  {
    description: 'Delete an environment whose name was typed into the form',
    example: stringify({
      steps: [
        {
          id: 'delete',
          name: 'Delete the environment',
          action: 'environment:delete',
          input: {
            environment: '${{ parameters.environment }}',
            confirm: '${{ parameters.confirm }}',
            wait: true,
          },
        },
      ],
    }),
  },
];
