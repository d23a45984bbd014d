import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  durationMs,
  environmentIdOf,
} from '@domaindeck/backstage-plugin-environments-common';
import { extendEnvironmentExamples } from './extendEnvironmentAction.examples';
import { fields, outputs } from './fields';
import { idempotencyKey } from './idempotencyKey';
import { runExplained } from './runExplained';
import { tellRecord } from './tellRecord';
import { ActionOptions } from './types';
import { withoutBlanks } from './withoutBlanks';

/** Moves the end of an environment. A dry run says whether it could be moved there. */
export function extendEnvironmentAction(options: ActionOptions) {
  return createTemplateAction({
    id: 'environment:extend',
    description:
      'Moves the end of a self-service environment, later or earlier, within the longest life of its domain',
    examples: extendEnvironmentExamples,
    supportsDryRun: true,
    schema: {
      input: {
        environment: fields.environment,
        by: z =>
          z
            .string()
            .optional()
            .describe(
              'How much longer than now, ISO 8601 duration such as P1D',
            ),
        expiresAt: z =>
          z
            .string()
            .optional()
            .describe('The new end, RFC 3339, in place of by'),
      },
      output: outputs,
    },
    async handler(ctx) {
      const { environment, by, expiresAt } = withoutBlanks(ctx.input);
      const ms = by === undefined ? undefined : durationMs(by);
      if ((by === undefined) === (expiresAt === undefined)) {
        throw new InputError('Give either by or expiresAt');
      }
      if (by !== undefined && ms === undefined) {
        throw new InputError(
          `by: "${by}" is not an ISO 8601 duration like P1D`,
        );
      }
      await runExplained(ctx, options, async client => {
        const before = await client.getEnvironment(
          environmentIdOf(environment),
        );
        const wanted =
          expiresAt ??
          // Kept with the task: tried again it must not count from an end that it has moved itself.
          (await ctx.checkpoint({
            key: ['end', String(ctx.each?.key ?? '')].join('.'),
            fn: async () =>
              new Date(Date.parse(before.expiresAt) + (ms ?? 0)).toISOString(),
          }));
        if (Number.isNaN(Date.parse(wanted))) {
          throw new InputError(
            `expiresAt: "${wanted}" is not an RFC 3339 time`,
          );
        }
        if (ctx.isDryRun) {
          refuseTooLate(wanted, before);
          ctx.logger.info(`Would end at ${wanted} and not ${before.expiresAt}`);
          tellRecord(ctx, before, options);
          return;
        }
        const record = await client.extend(before.id, wanted, {
          idempotencyKey: idempotencyKey(ctx, wanted),
        });
        ctx.logger.info(`"${record.name}" ends at ${record.expiresAt}`);
        tellRecord(ctx, record, options);
      });
    },
  });
}

/** What the backend would say; it has no way to ask without doing. */
function refuseTooLate(
  wanted: string,
  { latestExpiresAt, pinned }: { latestExpiresAt: string; pinned: boolean },
): void {
  if (!pinned && Date.parse(wanted) > Date.parse(latestExpiresAt)) {
    throw new InputError(
      `expiresAt: it may not end later than ${latestExpiresAt}`,
    );
  }
}
