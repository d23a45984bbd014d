import { DemoClusters } from '../clusters/DemoClusters';
import { PortalProcess } from '../portal/PortalProcess';

/** What {@link demoPortal} has started. */
export interface DemoPortal {
  readonly clusters: DemoClusters;
  readonly portal: PortalProcess;
}

/** Starts the demo's clusters and a portal over them before the tests of a suite, and stops them after the last. */
export function demoPortal(
  options: {
    /** Of images, as `environments.registries` has it; started with the portal. */
    readonly registry?: () => Promise<
      { readonly host: string; readonly url: string } | undefined
    >;
  } = {},
): DemoPortal {
  let clusters: DemoClusters | undefined;
  let portal: PortalProcess | undefined;

  beforeAll(async () => {
    clusters = await DemoClusters.start();
    portal = await PortalProcess.start(
      clusters.clusters,
      undefined,
      await options.registry?.(),
    );
  }, 400_000);

  afterAll(async () => {
    await portal?.stop();
    await clusters?.stop();
  }, 60_000);

  return {
    get clusters() {
      return started(clusters);
    },
    get portal() {
      return started(portal);
    },
  };
}

/** @throws when a test asks outside its run */
function started<T>(what: T | undefined): T {
  if (what === undefined) {
    throw new Error('The portal is started before the first test, not sooner');
  }
  return what;
}
