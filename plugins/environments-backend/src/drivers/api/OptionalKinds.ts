import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { BaselineKind } from '../../clone';
import { apiVersionOf } from './APPLIED_KINDS';

/** How long a missing kind is not asked for again: a controller that is installed is found within this. */
const REMEMBERED_MS = 300_000;

/** Which optional kinds a cluster was found not to have. */
export class OptionalKinds {
  readonly #clock: Clock;
  readonly #missingUntil = new Map<string, number>();

  static create(clock: Clock): OptionalKinds {
    return new OptionalKinds(clock);
  }

  private constructor(clock: Clock) {
    this.#clock = clock;
  }

  isMissing(kind: BaselineKind): boolean {
    const until = this.#missingUntil.get(keyOf(kind));
    return until !== undefined && until > this.#clock.now().getTime();
  }

  setMissing(kind: BaselineKind): void {
    this.#missingUntil.set(
      keyOf(kind),
      this.#clock.now().getTime() + REMEMBERED_MS,
    );
  }
}

function keyOf(kind: BaselineKind): string {
  return `${apiVersionOf(kind)}/${kind.resource}`;
}
