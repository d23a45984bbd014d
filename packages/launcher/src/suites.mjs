import { AREAS } from './areas.mjs';
import { commitSeed } from './commitSeed.mjs';

/** Everything but the suites that start whole portals or a real control plane. */
const INTEGRATION_ONLY = [
  'packages/e2e/src/journeys',
  'packages/e2e/src/dropIn',
  'packages/control-plane/src/tests',
  'plugins/environments-backend/src/tests/real',
  'plugins/workloads-backend/src/tests/real',
  'plugins/workloads-backend-module-loki/src/tests/real',
  'plugins/workloads-backend-module-prometheus/src/tests/real',
];

/** Needs nothing but a registry, so it is no part of what runs on a control plane. */
const IMAGE_REGISTRY = 'plugins/environments-backend/src/tests/real/registry';

/**
 * The suites in the order in which they run: the quick ones that most often fail come first.
 *
 * @param machine - as `inspectMachine` gives it
 * @param options.all - also what takes long
 * @returns `{name, command?, args, jest?, workers?, env?, database?, skip?}` each; whole portals and clusters run one at a time
 */
export function planSuites(machine, { all }) {
  const check = (name, ...args) => ({ name, command: 'yarn', args });
  const needs = name => lack(machine, name);
  return [
    check('lint', 'lint'),
    check('format', 'prettier:check'),
    check('types', 'tsc'),
    {
      name: 'launcher',
      command: 'node',
      args: ['--test', 'packages/launcher/src/*.test.mjs'],
    },
    {
      name: 'unit and integration',
      jest: [`--testPathIgnorePatterns=${INTEGRATION_ONLY.join('|')}`],
      env: sampleEnvironment(),
    },
    {
      name: 'stores on PostgreSQL',
      jest: ['plugins/[^/]+/src/store/'],
      database: true,
      skip: needs('database'),
    },
    {
      // Before the suites that run beside each other and would each build; Loki's among them.
      name: 'programs of the control plane',
      command: 'yarn',
      args: ['control-plane', 'build'],
      skip: needs('go'),
    },
    {
      name: 'real control plane',
      jest: [
        'packages/control-plane/src/tests',
        'plugins/workloads-backend/src/tests/real',
        'plugins/environments-backend/src/tests/real',
        `--testPathIgnorePatterns=${IMAGE_REGISTRY}`,
      ],
      workers: 1,
      env: { DOMAINDECK_CONTROL_PLANE: '1' },
      skip: needs('go'),
    },
    {
      name: 'real log store',
      jest: ['plugins/workloads-backend-module-loki/src/tests/real'],
      workers: 1,
      env: { DOMAINDECK_LOKI: '1' },
      skip: needs('go'),
    },
    {
      name: 'real metric store',
      jest: ['plugins/workloads-backend-module-prometheus/src/tests/real'],
      workers: 1,
      env: realEnvironment(machine),
      skip: needs('prometheus'),
    },
    {
      name: 'real image registry',
      jest: [IMAGE_REGISTRY],
      workers: 1,
      env: realEnvironment(machine),
      skip: needs('image registry'),
    },
    {
      name: 'journeys in the browser',
      jest: ['packages/e2e/src/journeys'],
      workers: 1,
      env: {
        DOMAINDECK_JOURNEYS: '1',
        ...(machine.go.present
          ? { DOMAINDECK_CONTROL_PLANE: '1', DOMAINDECK_LOKI: '1' }
          : {}),
      },
      skip: needs('browser'),
    },
    {
      name: 'drop-in',
      jest: ['packages/e2e/src/dropIn'],
      env: { DOMAINDECK_DROP_IN: '1' },
      skip:
        needs('browser') ??
        (all ? undefined : 'takes 10 minutes: npm run test:drop-in'),
    },
  ];
}

/** Which sample of the long suites a commit gets. */
function sampleEnvironment() {
  const seed = commitSeed();
  return seed === undefined ? {} : { DOMAINDECK_FAULT_SEED: String(seed) };
}

/** One area, with its suites over real clusters and stores, and its journey. */
export function planArea(machine, area) {
  const paths = AREAS[area];
  if (!paths) {
    const known = Object.keys(AREAS).join(', ');
    throw new Error(`There is no area "${area}"; the areas are ${known}`);
  }
  const isJourney = path => path.startsWith('packages/e2e');
  const isReal = path => path.includes('/src/tests/real');
  const parts = [
    { name: area, jest: paths.filter(p => !isJourney(p) && !isReal(p)) },
    {
      name: `${area} on real programs`,
      jest: paths.filter(isReal),
      workers: 1,
      env: realEnvironment(machine),
      skip:
        lack(machine, 'prometheus') &&
        lack(machine, 'image registry') &&
        lack(machine, 'go'),
    },
    {
      name: `${area} in the browser`,
      jest: paths.filter(isJourney),
      env: {
        DOMAINDECK_JOURNEYS: '1',
        ...(machine.go.present ? { DOMAINDECK_LOKI: '1' } : {}),
      },
      skip: lack(machine, 'browser'),
    },
  ];
  // Without a path a suite would be every suite.
  return parts.filter(({ jest }) => jest.length > 0);
}

/** Switches on what needs a real control plane, Loki, Prometheus or image registry, where they are or can be built. */
function realEnvironment(machine) {
  return {
    ...(machine.go.present
      ? { DOMAINDECK_CONTROL_PLANE: '1', DOMAINDECK_LOKI: '1' }
      : {}),
    ...(machine.prometheus.present ? { DOMAINDECK_PROMETHEUS: '1' } : {}),
    ...(machine['image registry'].present ? { DOMAINDECK_REGISTRY: '1' } : {}),
  };
}

/** Why a suite that needs something of the machine is skipped; undefined where it is there. */
function lack(machine, name) {
  const { present, bring } = machine[name];
  return present ? undefined : `no ${name} on this machine: ${bring}`;
}
