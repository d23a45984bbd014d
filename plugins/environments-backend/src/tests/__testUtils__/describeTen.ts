import { EnvironmentRecord } from '@domaindeck/backstage-plugin-environments-common';
import { DOMAIN } from '../../__testUtils__/company';
import {
  EnvironmentsBackend,
  startEnvironmentsBackend,
} from '../../__testUtils__/startEnvironmentsBackend';
import { loadBaseline } from '../../clone/__testUtils__/planCase';
import { at, objectKey } from '../../objects';
import { TestTarget } from './TestTarget';

const BASELINE = loadBaseline('web-shop');
const PEOPLE = ['ann', 'bea', 'cem', 'dao'];
const SERVICE = 'frontend';

/** One environment, who made it, and the version that they chose. */
interface Made {
  readonly person: string;
  readonly version: string;
  readonly record: EnvironmentRecord;
}

/**
 * Ten environments of one service by four people, side by side on one cluster.
 *
 * @param also - what only this kind of cluster can show
 */
export function describeTen(
  name: string,
  options: {
    readonly start: (baseline: typeof BASELINE) => Promise<TestTarget>;
    /** Where there is no such cluster. */
    readonly skip?: boolean;
    readonly also: (
      scene: () => {
        readonly target: TestTarget;
        readonly backend: EnvironmentsBackend;
        readonly made: readonly Made[];
        readonly baseline: typeof BASELINE;
      },
    ) => void;
  },
): void {
  const describeHere = options.skip ? describe.skip : describe;
  describeHere(`ten environments side by side, ${name}`, () => {
    let target: TestTarget;
    let backend: EnvironmentsBackend;
    let before: ReadonlyMap<string, string>;
    const made: Made[] = [];

    beforeAll(async () => {
      target = await options.start(BASELINE);
      backend = await startEnvironmentsBackend({
        target,
        baseline: BASELINE.namespace,
        config: {
          environments: { zone: 'dev.example', limits: { person: 3 } },
        },
      });
      before = await wishesOf(target);
    }, 900_000);

    afterAll(async () => {
      await backend?.stop();
      await target?.stop();
    }, 60_000);

    it('makes them all at once, each with its own version', async () => {
      const asked = await Promise.all(
        Array.from({ length: 10 }, async (_, index) => {
          const person = PEOPLE[index % PEOPLE.length];
          const version = `v0.${index}.1`;
          const { status, body } = await backend.ask(
            person,
            'post',
            '/environments',
            {
              name: `side-${index}`,
              domain: DOMAIN,
              cluster: target.definition.name,
              size: 'S',
              expiresIn: 'P1D',
              services: [{ name: SERVICE, version }],
            },
          );
          expect([status, body.error?.message]).toEqual([202, undefined]);
          return { person, version, id: body.id as string };
        }),
      );
      for (const { person, version, id } of asked) {
        const record = await backend.reach(id, 'ready');
        made.push({ person, version, record });
        const deployment = await target.driver.get({
          group: 'apps',
          version: 'v1',
          kind: 'Deployment',
          name: SERVICE,
          namespace: record.namespace,
        });
        const [container] = at(
          deployment!,
          'spec',
          'template',
          'spec',
          'containers',
        ) as { image: string }[];
        expect(container.image.endsWith(`:${version}`)).toBe(true);
      }
      expect(made).toHaveLength(10);
    }, 300_000);

    it('lets nobody have more than their limit', async () => {
      const { status, body } = await backend.ask(
        'ann',
        'post',
        '/environments',
        {
          name: 'one-more',
          domain: DOMAIN,
          cluster: target.definition.name,
          size: 'S',
          expiresIn: 'P1D',
          services: [{ name: SERVICE }],
        },
      );
      expect([
        status,
        body.error.warnings?.map((one: { code: string }) => one.code),
      ]).toEqual([400, ['quota-person']]);
    });

    it('lets nobody touch what is not theirs', async () => {
      for (const { person, record } of made) {
        for (const other of PEOPLE.filter(one => one !== person)) {
          const refused = await backend.ask(
            other,
            'delete',
            `/environments/${record.id}`,
            { confirm: record.name },
          );
          expect(refused.status).toBe(403);
        }
      }
    });

    options.also(() => ({ target, backend, made, baseline: BASELINE }));

    it('changes nothing of the baseline, and leaves nothing behind', async () => {
      await Promise.all(
        made.map(({ person, record }) =>
          backend.ask(person, 'delete', `/environments/${record.id}`, {
            confirm: record.name,
          }),
        ),
      );
      for (const { record } of made) {
        await backend.reach(record.id, 'gone');
      }
      const { namespaces, workloads } = await target.driver.sight();
      expect([namespaces, workloads]).toEqual([[], []]);
      expect(await wishesOf(target)).toEqual(before);
    }, 300_000);
  });
}

/** What people wish of the baseline, by object; the status of workloads goes on living. */
async function wishesOf(target: TestTarget): Promise<Map<string, string>> {
  const { objects } = await target.driver.baseline(BASELINE.namespace);
  return new Map(
    objects.map(object => [
      objectKey(object),
      `${object.metadata.uid} ${
        object.metadata.generation ?? object.metadata.resourceVersion
      }`,
    ]),
  );
}
