import {
  EnvironmentProblem,
  Step,
} from '@domaindeck/backstage-plugin-environments-common';
import { pause } from '@domaindeck/backstage-plugin-workloads-node';
import { isDeepStrictEqual } from 'node:util';
import { decideRetry, LifecycleEvent, next } from '../lifecycle';
import { DriverError } from '../drivers/DriverError';
import {
  ClaimedEnvironment,
  EnvironmentChange,
  Lease,
  StoredEnvironment,
} from '../store/types';
import { StoppedError } from './errors';
import { finishOperation, nextLookFields } from './finishOperation';
import { guardWork } from './guardWork';
import { housekeep } from './housekeep';
import { freshSteps, nextOpenStep, withStep } from './steps/stepRows';
import { stopOperation } from './stopOperation';
import { toldOf } from './toldOf';
import { StepOutcome, Work } from './types';
import { VisitOptions } from './VisitOptions';

/** Milliseconds for which a visit goes on looking while nothing changes; then others may have its place. */
const PATIENCE_MS = 20_000;
const LATER_MS = 10_000;
/** For so long one look of a step may take; a call that never returns would hold up everything after it. */
const STEP_MS = 120_000;
/** Thrown when the lease is lost or somebody asked for something else; what was done is found again by the next. */
class EndedVisit extends Error {}

/** One worker's work on one environment, from where the last one left it. */
export class Visit {
  readonly #options: VisitOptions;
  readonly #lease: Lease;
  #environment: StoredEnvironment;
  #steps: readonly Step[] = [];

  /** Works until it is done, has to wait for long, or the signal aborts. */
  static async run(
    options: VisitOptions,
    claimed: ClaimedEnvironment,
  ): Promise<void> {
    // What is due and what is over is told by the clock of the database: those of backends may be minutes apart.
    const begun = options.now();
    const now = () => claimed.at + options.now() - begun;
    const visit = new Visit({ ...options, now }, claimed);
    try {
      await visit.#run();
    } catch (error) {
      if (!(error instanceof EndedVisit) && !options.signal.aborted) {
        throw error;
      }
    }
  }

  private constructor(options: VisitOptions, claimed: ClaimedEnvironment) {
    this.#options = options;
    this.#environment = claimed.environment;
    this.#lease = claimed.lease;
  }

  async #run(): Promise<void> {
    switch (this.#environment.state) {
      case 'requested':
        await this.#write({ fields: this.#moved({ type: 'plan' }) });
        break;
      case 'planning':
      case 'provisioning':
      case 'updating':
      case 'deleting':
        break;
      default:
        if (!(await this.#housekeep())) {
          return;
        }
    }
    await this.#work();
  }

  /** @returns whether there is work now */
  async #housekeep(): Promise<boolean> {
    const { options, now } = this.#options;
    const { change, isWork, news } = housekeep(
      this.#environment,
      now(),
      options.noticesMs,
    );
    await this.#write(change);
    if (news) {
      await this.#options.tell({ ...news, environment: this.#environment });
    }
    return isWork;
  }

  async #work(): Promise<void> {
    const { operation } = this.#environment;
    const known = await this.#options.store.steps(this.#environment.id);
    this.#steps =
      known[0]?.operation === operation ? known : freshSteps(operation);
    for (;;) {
      const step = nextOpenStep(this.#steps);
      if (!step) {
        await this.#finish();
        return;
      }
      if (!(await this.#step(step))) {
        return;
      }
    }
  }

  /** @returns whether the step is done */
  async #step(open: Step): Promise<boolean> {
    const { clock, now, signal } = this.#options;
    let step: Step = {
      ...open,
      state: 'running',
      attempt: Math.max(1, open.attempt),
      startedAt: open.startedAt ?? new Date(now()).toISOString(),
    };
    await this.#write({ steps: this.#with(step) });
    let changedAt = now();
    for (;;) {
      const outcome = await this.#try(step);
      if (outcome === undefined) {
        return false;
      }
      const told = toldOf(step, outcome);
      if (outcome.state !== 'wait') {
        return this.#end(told, outcome);
      }
      if (!isDeepStrictEqual(told, step)) {
        const { fields, material, history } = outcome;
        await this.#write({
          fields,
          material,
          history,
          steps: this.#with(told),
        });
        step = told;
        changedAt = now();
      }
      if (now() - changedAt >= PATIENCE_MS) {
        await this.#write({ fields: { dueAt: now() + LATER_MS } });
        return false;
      }
      if (!(await pause(clock, outcome.afterMs, signal))) {
        throw new EndedVisit();
      }
    }
  }

  async #end(told: Step, outcome: StepOutcome): Promise<boolean> {
    const { now } = this.#options;
    const isDone = outcome.state !== 'needs-secrets';
    const step: Step = isDone
      ? {
          ...told,
          state: outcome.state === 'skipped' ? 'skipped' : 'done',
          endedAt: new Date(now()).toISOString(),
        }
      : { ...told, state: 'pending', attempt: 0 };
    const moved = isDone
      ? this.#movedAfter(step)
      : {
          ...this.#moved({ type: 'need-secrets' }),
          ...nextLookFields(this.#environment, this.#options.options.noticesMs),
        };
    await this.#write({
      fields: { ...outcome.fields, ...moved },
      history: outcome.history,
      material: outcome.material,
      steps: this.#with(step),
    });
    return isDone;
  }

  #movedAfter(step: Step): EnvironmentChange['fields'] {
    return step.step === 'plan' && this.#environment.state === 'planning'
      ? this.#moved({ type: 'provision' })
      : {};
  }

  /** @returns undefined when the step was put off or has stopped */
  async #try(step: Step): Promise<StepOutcome | undefined> {
    const { clock, runners, signal, stepMs = STEP_MS } = this.#options;
    const late = new AbortController();
    const cancel = clock.after(stepMs, () => late.abort());
    try {
      const work = await this.#workOf(
        step,
        AbortSignal.any([signal, late.signal]),
      );
      return await runners[step.step](work);
    } catch (error) {
      if (signal.aborted) {
        throw new EndedVisit();
      }
      if (late.signal.aborted) {
        const message = `The cluster did not answer for ${stepMs / 1_000} s`;
        await this.#putOff(step, new DriverError({ message }));
      } else if (error instanceof DriverError) {
        await this.#putOff(step, error);
      } else if (error instanceof StoppedError) {
        await this.#stop(step, {
          message: error.message,
          reason: error.reason,
          ...(error.service ? { service: error.service } : {}),
        });
      } else {
        await this.#putOff(step, this.#unforeseen(step, error));
      }
      return undefined;
    } finally {
      cancel();
    }
  }

  /** Something that we have not thought of: it is tried again like a server's failure, and told. */
  #unforeseen(step: Step, error: unknown): DriverError {
    const message = error instanceof Error ? error.message : String(error);
    this.#options.logger.error(
      `Environment ${this.#environment.id}, step ${step.step}: ${message}`,
      error instanceof Error ? error : undefined,
    );
    return new DriverError({ message, status: 500 });
  }

  async #putOff(step: Step, failure: DriverError): Promise<void> {
    const { now, random } = this.#options;
    const decision = decideRetry(failure, step.attempt, random());
    if (!decision.retry) {
      await this.#stop(step, {
        message: failure.message,
        reason: decision.reason,
      });
      return;
    }
    await this.#write({
      fields: { dueAt: now() + decision.delayMs },
      steps: this.#with({
        ...step,
        attempt: step.attempt + 1,
        reason: decision.reason,
      }),
    });
  }

  async #stop(step: Step, told: EnvironmentProblem): Promise<void> {
    const { now, options, store, tell } = this.#options;
    const stopped = stopOperation(
      this.#environment,
      step,
      told,
      now(),
      options.noticesMs,
      (await store.history(this.#environment.id, { limit: 1 })).items[0],
    );
    await this.#write({
      ...stopped.change,
      steps: this.#with(stopped.step),
    });
    await tell({
      what: stopped.isNews ? 'failed' : 'changed',
      environment: this.#environment,
      reason: told.reason,
      service: told.service,
    });
  }

  async #finish(): Promise<void> {
    const { now, options, store, tell } = this.#options;
    const { cluster, operation } = this.#environment;
    const { change, what } = finishOperation(
      this.#environment,
      now(),
      options.noticesMs,
    );
    const begun = Date.parse(this.#steps[0]?.startedAt ?? '');
    await this.#write(change);
    if (Number.isFinite(begun)) {
      const seconds = Math.round((now() - begun) / 1000);
      await store.addDuration(cluster, operation, seconds);
    }
    await tell({
      what,
      environment: this.#environment,
      addresses: this.#environment.seen.addresses,
    });
  }

  async #workOf(step: Step, signal: AbortSignal): Promise<Work> {
    const { store, plans, now } = this.#options;
    const environment = this.#environment;
    const driver = plans.driver(environment.cluster);
    return {
      environment,
      step,
      material: await store.material(environment.id),
      driver,
      plans,
      now,
      signal,
      guard: () => guardWork(this.#options, environment, driver, signal),
    };
  }

  #moved(event: LifecycleEvent) {
    const state = next(this.#environment.state, event);
    if (state === undefined) {
      throw new Error(
        `An environment in the state ${this.#environment.state} takes no "${
          event.type
        }"`,
      );
    }
    return { state };
  }

  #with(step: Step): readonly Step[] {
    this.#steps = withStep(this.#steps, step);
    return this.#steps;
  }

  async #write(change: EnvironmentChange): Promise<void> {
    const { store, signal } = this.#options;
    signal.throwIfAborted();
    const written = await store.write(
      this.#environment.id,
      { lease: this.#lease },
      change,
    );
    if (!written) {
      throw new EndedVisit();
    }
    this.#environment = written;
  }
}
