import { WorkloadsBackend } from '../../../__testUtils__';
import { Answer, Caller } from './Caller';
import {
  namesEnvironment,
  Operation,
  readOperations,
  Target,
  verbOf,
} from './contract';
import { MATRIX_PLACES } from './matrixPlaces';
import { MATRIX_ROLES } from './matrixRoles';

/** Places that belong to a domain. */
const BOUND = [
  'own domain',
  'other domain',
  'other cluster',
  'partner cluster',
];

interface Expected {
  readonly verbs: readonly string[];
  /** Whether the role reaches the target at all. */
  readonly reaches: (name: string) => boolean;
}

/** Every call of the contract as every role about every place; counts what was held to what. */
export class RouteMatrix {
  readonly counts = { asked: 0, allowed: 0, refused: 0, absent: 0 };
  readonly #clusters: string;
  readonly #backend: Pick<WorkloadsBackend, 'server'>;
  readonly #operations: readonly Operation[];

  /** @param clusters - what the backend stands on, for the report */
  static async over(
    clusters: string,
    backend: Pick<WorkloadsBackend, 'server'>,
  ): Promise<RouteMatrix> {
    return new RouteMatrix(clusters, backend, await readOperations());
  }

  /** What of the counts is none; a matrix that refused nothing has shown nothing. */
  get never(): string[] {
    return Object.entries(this.counts)
      .filter(([, count]) => count === 0)
      .map(([name]) => name);
  }

  private constructor(
    clusters: string,
    backend: Pick<WorkloadsBackend, 'server'>,
    operations: readonly Operation[],
  ) {
    this.#clusters = clusters;
    this.#backend = backend;
    this.#operations = operations;
  }

  /**
   * Holds answers to what roles that reach only their own domain may see.
   * @returns each answer that is wrong, with the reason
   */
  holdConditional(): Promise<string[]> {
    return this.#holdAll('conditional decisions', verbs => ({
      // Looking at clusters hangs on a grant over all domains.
      verbs: verbs.filter(verb => verb !== 'workloads.cluster-inspect'),
      reaches: name => name === 'own domain',
    }));
  }

  /**
   * Holds answers to what roles may see that hold everywhere.
   * @returns each answer that is wrong, with the reason
   */
  holdPlain(): Promise<string[]> {
    return this.#holdAll('plain decisions', verbs => ({
      verbs,
      reaches: name => BOUND.includes(name),
    }));
  }

  async #holdAll(
    kind: string,
    expectedOf: (verbs: readonly string[]) => Expected,
  ): Promise<string[]> {
    const wrong: string[] = [];
    for (const [role, verbs] of Object.entries(MATRIX_ROLES)) {
      wrong.push(...(await this.#hold(role, expectedOf(verbs))));
    }
    const { asked, allowed, refused, absent } = this.counts;
    process.stdout.write(
      `route matrix over ${this.#clusters}, ${kind}: ${
        this.#operations.length
      } routes, ${Object.keys(MATRIX_ROLES).length} roles, ${
        Object.keys(MATRIX_PLACES).length
      } places: ${asked} asked, ${allowed} allowed, ${refused} refused with the verb, ${absent} like absent\n`,
    );
    return wrong;
  }

  async #hold(role: string, expected: Expected): Promise<string[]> {
    const caller = Caller.create(this.#backend, role);
    const wrong: string[] = [];
    for (const operation of this.#operations) {
      for (const [name, { target, absent }] of Object.entries(MATRIX_PLACES)) {
        const answer = await caller.ask(operation, target);
        this.counts.asked += 1;
        const complaint = await this.#judge(
          { caller, operation, target, absent, answer },
          expected,
          expected.reaches(name),
        );
        if (complaint) {
          wrong.push(
            `${role}, ${name}: ${operation.id} answered ${
              answer.status
            }, ${complaint}: ${answer.text.slice(0, 300)}`,
          );
        }
      }
    }
    return wrong;
  }

  async #judge(
    asked: {
      caller: Caller;
      operation: Operation;
      target: Target;
      absent: Target;
      answer: Answer;
    },
    { verbs }: Expected,
    reaches: boolean,
  ): Promise<string | undefined> {
    const { caller, operation, target, absent, answer } = asked;
    const verb = verbOf(operation);
    const holds = verb === 'none' || verbs.includes(`workloads.${verb}`);
    if (verb === 'none' || verb === 'cluster-inspect') {
      return this.#expectStatus(answer, holds ? [200] : [403, 404]);
    }
    const views = verbs.includes('workloads.view');
    if (reaches && views) {
      if (holds) {
        return this.#expectStatus(answer, [200]);
      }
      return answer.text.includes(`\\"${verb}\\"`)
        ? this.#expectStatus(answer, [403])
        : 'the refusal does not name the verb';
    }
    const same = await caller.ask(operation, absent);
    this.counts.absent += 1;
    if (plain(answer, target) !== plain(same, absent)) {
      return `which tells it from what does not exist (${same.status} ${same.text})`;
    }
    return namesEnvironment(operation) && answer.status !== 404
      ? 'expected 404'
      : undefined;
  }

  #expectStatus(
    { status }: Answer,
    wanted: readonly number[],
  ): string | undefined {
    if (!wanted.includes(status)) {
      return `expected ${wanted.join(' or ')}`;
    }
    this.counts[status === 200 ? 'allowed' : 'refused'] += 1;
    return undefined;
  }
}

/** An answer without what the caller put into the question, and without what differs from request to request. */
function plain({ status, type, text }: Answer, target: Target): string {
  // The longest first: one name may be the beginning of another.
  const words = Object.values(target)
    .sort((a, b) => b.length - a.length)
    .join('|');
  const told = text
    .replaceAll(/"revision":"[^"]*"/g, '"revision"')
    .replaceAll(/"cursor":"[^"]*"/g, '"cursor"')
    .replaceAll(/"request":\{[^}]*\}/g, '"request"');
  return `${status} ${type} ${told.replaceAll(new RegExp(words, 'g'), 'X')}`;
}
