import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { DEFAULT_ROLES } from '@domaindeck/backstage-plugin-access-common';
import { createOrganisation } from '@domaindeck/backstage-plugin-access-node';
import {
  environmentPermissions,
  WORKLOADS_VERBS,
} from '@domaindeck/backstage-plugin-workloads-common';
import { AccessPolicy } from '../AccessPolicy';
import { CompanySize, largeCompany } from './largeCompany';

/** What {@link measure} found. */
export interface DecisionFigures {
  /** Milliseconds of each decision. */
  readonly samples: readonly number[];
  /** Milliseconds of processor time of each; other programs on the machine do not count. */
  readonly cpu: readonly number[];
  /** Decisions that gave something, so that the figures are not those of a quick no. */
  readonly given: number;
  /** The longest way from a person up to the company, in departments. */
  readonly depth: number;
}

/**
 * The policy in a process of its own, for benchmarks: calls come and are answered over the channel of the process that
 * started it, `{id, name, argument}` -> `{id, value}`.
 */
async function measure(
  size: CompanySize & { readonly decisions: number },
): Promise<DecisionFigures> {
  const { entities, grants, people } = largeCompany(size);
  const organisation = createOrganisation(entities);
  const policy = AccessPolicy.create({
    rules: { get: async () => ({ grants, roles: DEFAULT_ROLES }) },
    organisation: { get: async () => organisation },
    clusters: [],
    logger: {
      error: fail,
      warn: fail,
      info: fail,
      debug: fail,
      child: fail,
    },
    now: () => new Date(),
    delegate: () => undefined,
  });
  const decide = (index: number) => {
    const userEntityRef = people[(index * 31) % people.length];
    const verb = WORKLOADS_VERBS[index % WORKLOADS_VERBS.length];
    const credentials: BackstageCredentials = {
      $$type: '@backstage/BackstageCredentials',
      principal: { type: 'user', userEntityRef },
    };
    return policy.handle(
      { permission: environmentPermissions[verb] },
      {
        credentials: credentials as BackstageCredentials<{
          type: 'user';
          userEntityRef: string;
        }>,
        info: { userEntityRef, ownershipEntityRefs: [] },
      },
    );
  };
  for (let index = 0; index < 200; index += 1) {
    await decide(index);
  }
  const samples: number[] = [];
  let given = 0;
  const cpu: number[] = [];
  for (let index = 0; index < size.decisions; index += 1) {
    const before = process.cpuUsage();
    const start = performance.now();
    const { result } = await decide(index);
    samples.push(performance.now() - start);
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1000);
    given += result === AuthorizeResult.CONDITIONAL ? 1 : 0;
  }
  return {
    samples,
    cpu,
    given,
    depth: Math.max(
      ...people.map(person => organisation.subject(person).groups.size),
    ),
  };
}

function fail(message: unknown): never {
  throw new Error(`Nothing is to be logged: ${message}`);
}

process.on(
  'message',
  (call: { id: number; name: string; argument: unknown }) => {
    measure(call.argument as Parameters<typeof measure>[0])
      .then(value => process.send?.({ id: call.id, value }))
      .catch(error => process.send?.({ id: call.id, error: String(error) }));
  },
);
process.on('disconnect', () => process.exit());
