import {
  AuditEntry,
  GrantRecord,
  Role,
} from '@domaindeck/backstage-plugin-access-common';
import { AccessWorld } from './AccessWorld';

const SEE = ['workloads.view', 'workloads.events'];
const READ = [...SEE, 'workloads.logs', 'workloads.log-search'];
const ACT = [
  ...READ,
  'workloads.log-download',
  'workloads.exec',
  'workloads.restart',
];
const RUN = [...ACT, 'workloads.scale', 'workloads.secret-reveal'];

const ROLES: readonly Role[] = [
  { name: 'viewer', rank: 1, verbs: READ },
  { name: 'developer', rank: 2, verbs: ACT },
  { name: 'operator', rank: 3, verbs: RUN },
  {
    name: 'owner',
    rank: 4,
    verbs: [...RUN, 'access.grant-manage', 'access.audit'],
  },
  { name: 'auditor', rank: 1, verbs: [...SEE, 'access.audit'] },
];

const GROUPS = [
  { ref: 'group:default/engineering', title: 'Engineering' },
  {
    ref: 'group:default/payments-platform',
    title: 'Payments platform',
    parent: 'group:default/engineering',
  },
  {
    ref: 'group:default/checkout-engineering',
    title: 'Payments developers',
    parent: 'group:default/engineering',
  },
  {
    ref: 'group:default/rides-developers',
    title: 'Rides developers',
    parent: 'group:default/engineering',
  },
  { ref: 'group:default/quality', title: 'Quality' },
  { ref: 'group:default/platform-operators', title: 'Platform operators' },
  { ref: 'group:default/internal-audit', title: 'Internal audit' },
];

const people = (group: string, ...names: string[]) =>
  names.map(title => ({
    ref: `user:default/${title.toLocaleLowerCase('en-US').replace(' ', '-')}`,
    title,
    groups: [`group:default/${group}`],
  }));

const PEOPLE = [
  ...people('payments-platform', 'Owner Three', 'Owner One'),
  ...people('checkout-engineering', 'Dev One', 'Dev Three', 'Dev Four'),
  ...people('quality', 'Tester Two', 'Tester Six'),
  ...people('platform-operators', 'Operator'),
  ...people('internal-audit', 'Auditor Nine'),
  ...people('rides-developers', 'Dev Eight'),
];

function environment(cluster: string, tier: string, restricted = false) {
  return {
    cluster,
    title: cluster,
    tier,
    tags: restricted ? ['tenant'] : ['shanghai'],
    restricted,
    namespaces: [`payments-${tier}`],
  };
}

/** A grant of `domain:default/payments` with what matters laid over it. */
function grant(
  id: string,
  subject: string,
  role: string,
  where: GrantRecord['where'],
  rest: Partial<GrantRecord> = {},
): GrantRecord {
  const group = GROUPS.find(one => one.ref === subject);
  return {
    id,
    subject: {
      ref: subject,
      kind: group ? 'group' : 'user',
      title:
        group?.title ??
        PEOPLE.find(one => one.ref === subject)?.title ??
        subject,
      known: true,
    },
    domains: ['domain:default/payments'],
    where,
    role,
    source: 'config',
    key: 'access.grants[0]',
    editable: false,
    ended: false,
    ...rest,
  };
}

function given(by: string, at: string, why: string): Partial<GrantRecord> {
  return {
    source: 'database',
    key: undefined,
    revision: 1,
    at,
    why,
    by: {
      ref: `user:default/${by.toLocaleLowerCase('en-US').replace(' ', '-')}`,
      kind: 'user',
      title: by,
      known: true,
    },
  };
}

function deed(
  id: string,
  at: string,
  who: string,
  verb: string,
  rest: Partial<AuditEntry>,
): AuditEntry {
  const person = PEOPLE.find(one => one.title === who);
  return {
    id,
    at,
    who: { ref: person?.ref ?? `service:${who}`, title: who },
    departments: person?.groups ?? [],
    verb,
    domains: ['domain:default/payments'],
    outcome: 'done',
    requestId: `request-${id}`,
    ...rest,
  };
}

/**
 * The rights of the payments domain as the mock-ups have them, seen by Dev One.
 * @public
 */
export function paymentsAccess(part: Partial<AccessWorld> = {}): AccessWorld {
  return {
    domain: { ref: 'domain:default/payments', title: 'payments' },
    owners: ['group:default/payments-platform'],
    environments: [
      environment('dev-1', 'development'),
      environment('test-1', 'testing'),
      environment('prod-sh', 'production'),
      environment('partner-kl', 'partner', true),
    ],
    roles: ROLES,
    verbs: [...RUN, 'access.grant-manage', 'access.audit'],
    groups: GROUPS,
    people: PEOPLE,
    caller: 'user:default/dev-one',
    grants: [
      grant(
        '7',
        'group:default/checkout-engineering',
        'developer',
        { tiers: ['development', 'testing'] },
        given('Owner One', '2026-09-12T09:00:00Z', 'daily work'),
      ),
      grant(
        'engineering-production',
        'group:default/engineering',
        'viewer',
        { tiers: ['production'] },
        { key: 'access.grants[1]', why: 'everybody reads production' },
      ),
      grant(
        '9',
        'user:default/dev-four',
        'operator',
        { clusters: ['prod-sh'] },
        {
          ...given('Owner One', '2026-11-20T09:00:00Z', 'on call'),
          until: '2026-12-12T15:59:00Z',
        },
      ),
      grant(
        'quality-development',
        'group:default/quality',
        'developer',
        { tiers: ['development'] },
        { key: 'access.grants[2]' },
      ),
      grant(
        'quality-above',
        'group:default/quality',
        'viewer',
        { tiers: ['testing', 'production'] },
        { key: 'access.grants[3]' },
      ),
      grant(
        '12',
        'user:default/tester-six',
        'developer',
        { tiers: ['testing'] },
        {
          ...given('Owner Three', '2026-11-01T09:00:00Z', 'release 5.3'),
          until: '2026-11-30T15:59:00Z',
        },
      ),
      grant(
        'operators',
        'group:default/platform-operators',
        'operator',
        { clusters: ['dev-1', 'test-1', 'prod-sh', 'partner-kl'] },
        { key: 'access.grants[4]', domains: 'all' },
      ),
      grant(
        'auditors',
        'group:default/internal-audit',
        'auditor',
        {},
        { key: 'access.grants[5]', domains: 'all' },
      ),
    ],
    audit: [
      deed('6', '2026-11-23T14:08:31Z', 'Dev One', 'workloads.logs', {
        object: { kind: 'Deployment', name: 'pricing' },
        environment: { cluster: 'dev-1', namespace: 'payments-development' },
      }),
      deed('5', '2026-11-23T14:05:12Z', 'Dev Four', 'workloads.restart', {
        object: { kind: 'Deployment', name: 'risk' },
        environment: { cluster: 'test-1', namespace: 'payments-testing' },
        outcome: 'failed',
        reason: 'no such image',
      }),
      deed('4', '2026-11-23T14:02:47Z', 'Dev One', 'workloads.restart', {
        object: { kind: 'Deployment', name: 'pricing' },
        environment: { cluster: 'prod-sh', namespace: 'payments-production' },
        outcome: 'refused',
        reason: 'needs operator',
      }),
      deed('3', '2026-11-23T13:31:55Z', 'Owner One', 'access.grant-manage', {
        object: { kind: 'Grant', name: 'group:default/partner-integration' },
        before: { role: 'viewer', where: { clusters: ['partner-kl'] } },
        after: {
          role: 'developer',
          where: { clusters: ['partner-kl'] },
          until: '2026-12-12T15:59:00Z',
        },
        why: 'go-live of the partner, see change 311',
      }),
    ],
    ...part,
  };
}
