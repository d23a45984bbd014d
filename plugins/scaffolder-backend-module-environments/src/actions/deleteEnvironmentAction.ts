import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { environmentIdOf } from '@domaindeck/backstage-plugin-environments-common';
import { deleteEnvironmentExamples } from './deleteEnvironmentAction.examples';
import { fields, outputs } from './fields';
import { idempotencyKey } from './idempotencyKey';
import { runExplained } from './runExplained';
import { tellRecord } from './tellRecord';
import { ActionOptions } from './types';
import { checkWaiting, waitIfAsked } from './waitIfAsked';

/** Deletes an environment and everything in it. A dry run says what would go. */
export function deleteEnvironmentAction(options: ActionOptions) {
  return createTemplateAction({
    id: 'environment:delete',
    description: 'Deletes a self-service environment and everything in it',
    examples: deleteEnvironmentExamples,
    supportsDryRun: true,
    schema: {
      input: {
        environment: fields.environment,
        confirm: z =>
          z
            .string()
            .describe(
              'The name of the environment, typed by somebody who means it',
            ),
        wait: fields.wait,
        waitFor: fields.waitFor,
      },
      output: outputs,
    },
    async handler(ctx) {
      const { environment, confirm, ...input } = ctx.input;
      checkWaiting(input);
      await runExplained(ctx, options, async client => {
        const before = await client.getEnvironment(
          environmentIdOf(environment),
        );
        if (ctx.isDryRun) {
          if (confirm !== before.name) {
            throw new InputError(
              `confirm: "${confirm}" is not the name of the environment.`,
            );
          }
          const own = before.services.filter(one => one.own);
          ctx.logger.info(
            `Would delete ${before.ref} with ${
              own.map(one => one.name).join(', ') || 'nothing in it'
            }`,
          );
          tellRecord(ctx, before, options);
          return;
        }
        const record = await client.deleteEnvironment(before.id, confirm, {
          idempotencyKey: idempotencyKey(ctx),
        });
        ctx.logger.info(`Deletes "${record.name}" in ${record.ref}`);
        const reached = await waitIfAsked(ctx, options, {
          client,
          record,
          wanted: ['gone'],
          input,
        });
        tellRecord(ctx, reached, options);
      });
    },
  });
}
