import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  environmentIdOf,
  EnvironmentRecord,
  ServiceSpecification,
  Specification,
  SpecificationPatch,
} from '@domaindeck/backstage-plugin-environments-common';
import { fields, outputs } from './fields';
import { idempotencyKey } from './idempotencyKey';
import { runExplained } from './runExplained';
import { tellPlan } from './tellPlan';
import { tellRecord } from './tellRecord';
import { ActionOptions } from './types';
import { updateEnvironmentExamples } from './updateEnvironmentAction.examples';
import { checkWaiting, waitIfAsked } from './waitIfAsked';
import { withoutBlanks } from './withoutBlanks';

/** What a step says of services: the whole list, or what differs from it. */
interface ServiceChanges {
  readonly services?: ServiceSpecification[];
  readonly setServices?: ServiceSpecification[];
  readonly dropServices?: string[];
}

/** Changes an environment in place. A dry run plans the change and writes nothing. */
export function updateEnvironmentAction(options: ActionOptions) {
  return createTemplateAction({
    id: 'environment:update',
    description: 'Changes a self-service environment in place',
    examples: updateEnvironmentExamples,
    supportsDryRun: true,
    schema: {
      input: {
        environment: fields.environment,
        services: z =>
          fields
            .services(z)
            .optional()
            .describe(
              'All services that it runs itself, in place of the former',
            ),
        setServices: z =>
          fields
            .services(z)
            .optional()
            .describe('Services to add, or to change by what is given of them'),
        dropServices: z =>
          z
            .array(z.string())
            .optional()
            .describe('Services to take from the baseline again'),
        size: z => fields.size(z).optional(),
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
      const { environment, wait, waitFor, ...input } = ctx.input;
      const { services, setServices, dropServices, ...rest } = input;
      checkWaiting({ waitFor });
      await runExplained(ctx, options, async client => {
        const before = await client.getEnvironment(
          environmentIdOf(environment),
        );
        const patch: SpecificationPatch = {
          ...withoutBlanks(rest),
          ...servicesOf(before, { services, setServices, dropServices }),
          generation: before.generation,
        };
        if (Object.keys(patch).length === 1) {
          throw new InputError('Nothing is given that could be changed');
        }
        if (ctx.isDryRun) {
          const specification = patched(before.specification, patch);
          const request = { specification, environment: before.id };
          tellPlan(ctx, await client.plan(request));
          tellRecord(ctx, before, options);
          return;
        }
        const record = await client.updateEnvironment(before.id, patch, {
          // The generation is part of the request: after a change that was made, the same step is another one.
          idempotencyKey: idempotencyKey(ctx, before.generation),
        });
        const given = Object.keys(patch).filter(one => one !== 'generation');
        ctx.logger.info(`Changes "${record.name}": ${given.join(', ')}`);
        const reached = await waitIfAsked(ctx, options, {
          client,
          record,
          wanted: ['ready', 'asleep'],
          input: { wait, waitFor },
        });
        tellRecord(ctx, reached, options);
      });
    },
  });
}

/** @throws InputError for a whole list beside changes of it, and for what is to be dropped and is not there */
function servicesOf(
  { name, specification }: EnvironmentRecord,
  { services, setServices = [], dropServices = [] }: ServiceChanges,
): Pick<SpecificationPatch, 'services'> {
  const set = setServices.map(withoutBlanks);
  if (set.length + dropServices.length === 0) {
    return services ? { services: services.map(withoutBlanks) } : {};
  }
  if (services) {
    throw new InputError(
      'services: give either the whole list, or setServices and dropServices',
    );
  }
  const former = specification.services;
  const unknown = dropServices.filter(
    drop => !former.some(one => one.name === drop),
  );
  if (unknown.length > 0) {
    throw new InputError(
      `dropServices: "${name}" does not run ${unknown.join(', ')} itself`,
    );
  }
  const kept = former
    .filter(one => !dropServices.includes(one.name))
    .map(one =>
      changed(
        one,
        set.find(({ name: of }) => of === one.name),
      ),
    );
  const added = set.filter(
    one => !former.some(({ name: of }) => of === one.name),
  );
  return { services: [...kept, ...added] };
}

/** A version stands in place of an image and the other way round. */
function changed(
  former: ServiceSpecification,
  change: ServiceSpecification | undefined,
): ServiceSpecification {
  if (!change) {
    return former;
  }
  const { version, image, ...rest } = former;
  const isOther = change.version !== undefined || change.image !== undefined;
  const which = isOther ? {} : withoutAbsent({ version, image });
  return { ...rest, ...which, ...change };
}

function withoutAbsent<T extends object>(input: T): T {
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as T;
}

function patched(
  specification: Specification,
  { generation: _generation, sleepWhenUnused, ...rest }: SpecificationPatch,
): Specification {
  return {
    ...specification,
    ...rest,
    ...(sleepWhenUnused ? { sleepWhenUnused } : {}),
  };
}
