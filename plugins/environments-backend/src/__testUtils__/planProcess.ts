import { planEnvironment } from '../clone';
import { DEFAULT_SIZES } from '../policy';
import { largeBaseline } from './largeBaseline';

/** How much is planned, and how often. */
interface PlanSize {
  readonly services: number;
  readonly chosen: number;
  readonly rounds: number;
}

/** Milliseconds of each plan, and what the last one holds. */
function measure(size: PlanSize): {
  samples: number[];
  objects: number;
  shared: number;
} {
  const { baseline, relations } = largeBaseline(size.services);
  const samples: number[] = [];
  let objects = 0;
  let shared = 0;
  for (let round = 0; round < size.rounds; round += 1) {
    const services = Array.from({ length: size.chosen }, (_, index) => ({
      name: `service-${(round + index) % size.services}`,
      version: `2.${round}.0`,
    }));
    const start = performance.now();
    const { plan } = planEnvironment({
      id: 'e1',
      now: 0,
      creatorRef: 'user:default/ana',
      specification: {
        name: 'night-fares',
        domain: 'domain:default/shop',
        cluster: 'dev-1',
        size: 'L',
        expiresIn: 'P3D',
        services,
        rewriteAddresses: round % 2 === 0,
      },
      cluster: {
        name: 'dev-1',
        tier: 'development',
        address: { zone: 'dev.example' },
      },
      baseline,
      relations,
      policy: { sizes: DEFAULT_SIZES, maxLifeMs: 14 * 86_400_000 },
      quota: { person: { used: 0 }, domain: { used: 0 } },
    });
    samples.push(performance.now() - start);
    objects = plan.objects.length;
    shared = plan.shared.length;
  }
  return { samples, objects, shared };
}

process.on('message', (call: { id: number; argument: PlanSize }) => {
  try {
    process.send?.({ id: call.id, value: measure(call.argument) });
  } catch (error) {
    process.send?.({ id: call.id, error: String(error) });
  }
});
process.on('disconnect', () => process.exit());
