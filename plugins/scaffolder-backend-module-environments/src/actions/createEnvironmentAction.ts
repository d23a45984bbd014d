import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { createEnvironmentExamples } from './createEnvironmentAction.examples';
import { fields, outputs } from './fields';
import { idempotencyKey } from './idempotencyKey';
import { runExplained } from './runExplained';
import { tellPlan } from './tellPlan';
import { pageOf, tellRecord } from './tellRecord';
import { ActionOptions } from './types';
import { checkWaiting, waitIfAsked } from './waitIfAsked';
import { withoutBlanks } from './withoutBlanks';

/** Makes an environment. A dry run plans it and writes nothing. */
export function createEnvironmentAction(options: ActionOptions) {
  return createTemplateAction({
    id: 'environment:create',
    description:
      'Makes a self-service environment that runs some services of a domain and takes the rest from its baseline',
    examples: createEnvironmentExamples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z =>
          z
            .string()
            .describe(
              'Lower case letters, digits and dashes; part of the address',
            ),
        domain: z =>
          z
            .string()
            .describe(
              'Full ref of the domain, such as domain:default/payments',
            ),
        cluster: z =>
          z.string().describe('Name of a cluster with self-service'),
        baseline: z =>
          z
            .string()
            .optional()
            .describe(
              'cluster/namespace, where the cluster has several baselines of the domain',
            ),
        size: fields.size,
        expiresIn: z =>
          z
            .string()
            .describe('ISO 8601 duration from now, such as P3D or PT8H'),
        services: fields.services,
        sleepWhenUnused: fields.sleepWhenUnused,
        collaborators: fields.collaborators,
        configOverrides: fields.configOverrides,
        share: fields.share,
        rewriteAddresses: fields.rewriteAddresses,
        why: fields.why,
        wait: fields.wait,
        waitFor: fields.waitFor,
      },
      output: outputs,
    },
    async handler(ctx) {
      const { wait, waitFor, services, ...rest } = ctx.input;
      checkWaiting({ waitFor });
      const specification = {
        ...withoutBlanks(rest),
        services: services.map(withoutBlanks),
      };
      await runExplained(ctx, options, async client => {
        if (ctx.isDryRun) {
          tellPlan(ctx, await client.plan({ specification }));
          ctx.output('name', specification.name);
          ctx.output('url', pageOf(specification, options));
          return;
        }
        const record = await client.createEnvironment(specification, {
          idempotencyKey: idempotencyKey(ctx),
        });
        ctx.logger.info(
          `Makes "${record.name}" in ${record.ref}; see ${pageOf(
            record,
            options,
          )}`,
        );
        const reached = await waitIfAsked(ctx, options, {
          client,
          record,
          wanted: ['ready'],
          input: { wait, waitFor },
        });
        tellRecord(ctx, reached, options);
      });
    },
  });
}
