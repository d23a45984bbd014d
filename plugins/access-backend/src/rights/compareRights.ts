import {
  AUDIT_VERB,
  HeldGrant,
  Preview,
  PreviewChange,
  Remark,
  RightsEnvironment,
  strongestRole,
} from '@domaindeck/backstage-plugin-access-common';
import { DomainRights } from './DomainRights';

/** How many lines of people a preview has at most; more is for a machine, and it has the matrix. */
const MOST_PEOPLE = 500;

const SEE = 'workloads.view';

type Comparison = Pick<Preview, 'people' | 'counts' | 'warnings'>;

/**
 * What changes for the people of a grant's subject.
 *
 * @param subject - of the grant that changes
 */
export function compareRights(
  before: DomainRights,
  after: DomainRights,
  subject: string,
): Comparison {
  const people = after.organisation.peopleOf(subject);
  const lines = people.flatMap(person =>
    compareCells(before, after, person, subject),
  );
  const whose = (test: (line: PreviewChange) => boolean) =>
    new Set(lines.filter(test).map(line => line.subject.ref));
  const gaining = whose(({ gained }) => gained.length > 0);
  const losing = whose(({ lost }) => lost.length > 0);
  return {
    people: lines
      .sort(
        (a, b) =>
          weight(a) - weight(b) ||
          a.subject.title.localeCompare(b.subject.title),
      )
      .slice(0, MOST_PEOPLE),
    counts: {
      gaining: gaining.size,
      losing: losing.size,
      unchanged: people.filter(
        person => !gaining.has(person) && !losing.has(person),
      ).length,
      streamsOf: whose(({ lost }) => lost.includes(SEE)).size,
    },
    warnings: [
      ...auditors(after, lines),
      ...nothing(people, gaining.size + losing.size),
    ],
  };
}

/** The lines of one person, one for each cluster that the grants of the subject reach before or after. */
function compareCells(
  before: DomainRights,
  after: DomainRights,
  person: string,
  subject: string,
): PreviewChange[] {
  const heldBefore = before.held(person);
  const heldAfter = after.held(person);
  return after.environments.flatMap(environment => {
    const then = after.in(heldAfter, environment);
    const now = before.in(heldBefore, environment);
    return [...then, ...now].some(way => isOf(way, subject))
      ? [compareCell(before, after, person, environment, now, then)]
      : [];
  });
}

function compareCell(
  before: DomainRights,
  after: DomainRights,
  person: string,
  { cluster }: RightsEnvironment,
  now: readonly HeldGrant[],
  then: readonly HeldGrant[],
): PreviewChange {
  const verbsNow = before.verbsOf(now);
  const verbsThen = after.verbsOf(then);
  const gained = [...verbsThen].filter(verb => !verbsNow.has(verb));
  const lost = [...verbsNow].filter(verb => !verbsThen.has(verb));
  const roleOf = (held: readonly HeldGrant[]) =>
    strongestRole(
      after.roles,
      held.map(({ role }) => role),
    );
  const outcome = outcomeOf(gained.length > 0, lost.length > 0);
  const strongest = now.find(({ role }) => role === roleOf(now));
  return {
    subject: after.info(person),
    cluster,
    before: roleOf(now),
    after: roleOf(then),
    outcome,
    gained,
    lost,
    ...(outcome === 'unchanged' && strongest
      ? { already: before.sourceOf(strongest) }
      : {}),
  };
}

function outcomeOf(gains: boolean, loses: boolean): PreviewChange['outcome'] {
  if (gains && loses) {
    return 'both';
  }
  if (gains) {
    return 'gains';
  }
  return loses ? 'loses' : 'unchanged';
}

function isOf({ source }: HeldGrant, subject: string): boolean {
  return source.type === 'grant' && source.grant.subject === subject;
}

function weight({ outcome }: PreviewChange): number {
  return outcome === 'unchanged' ? 1 : 0;
}

/** People who would act where they also read the record of what is done. */
function auditors(
  after: DomainRights,
  lines: readonly PreviewChange[],
): Remark[] {
  const found = new Map<string, Remark>();
  for (const { subject, cluster, gained } of lines) {
    const environment = after.environments.find(one => one.cluster === cluster);
    const acts = gained.some(verb => verb !== AUDIT_VERB && verb !== SEE);
    const audits =
      environment &&
      after
        .in(after.held(subject.ref), environment)
        .some(({ role }) => role === 'auditor');
    if (acts && audits && !found.has(subject.ref)) {
      found.set(subject.ref, {
        code: 'also-auditor',
        message: `${subject.title} is also an auditor, and would act in ${cluster} and read the record of it`,
        subject,
      });
    }
  }
  return [...found.values()];
}

function nothing(people: readonly string[], changed: number): Remark[] {
  if (people.length === 0) {
    return [{ code: 'reaches-nobody', message: 'Nobody belongs to it' }];
  }
  return changed === 0
    ? [
        {
          code: 'changes-nothing',
          message: 'Nobody gains or loses anything in this domain',
        },
      ]
    : [];
}
