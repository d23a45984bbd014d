import { Baseline, ClusterFacts } from '../../clone';
import { KubernetesObject } from '../../objects';
import { DriverError } from '../DriverError';
import { ClusterDriver, ClusterSight, ObjectPlace } from '../types';

/** One call of a driver. */
export interface DriverCall {
  readonly method: keyof ClusterDriver;
  /** What it was about, such as `Deployment orders`, a namespace, or nothing. */
  readonly about: string;
  /** Whether it changes the cluster; a dry run does not. */
  readonly writes: boolean;
}

/** What goes wrong with a call, and with which. */
export interface Fault {
  /** 1 for the first call that matches, counted from when the fault was set. */
  readonly nth: number;
  /** Calls that write, unless told. */
  readonly of?: (call: DriverCall) => boolean;
  /** Before anything has happened, or when the cluster has done it and the answer is lost. */
  readonly when: 'before' | 'after';
  /**
   * A status that is answered, nobody who answers, a call that never returns until it is aborted, or the end of the
   * process: this call and every other from then on throws {@link ProcessDied}.
   */
  readonly what: 403 | 409 | 429 | 500 | 'down' | 'hang' | 'die';
  /** How many calls in a row, beginning with the nth; 1 unless told. */
  readonly times?: number;
  /** Milliseconds; with a 429. */
  readonly retryAfterMs?: number;
}

/** What every call of a dead process ends with. Nothing of the product knows it, so nothing can mistake it for a failure. */
export class ProcessDied extends Error {
  constructor() {
    super('the process was killed');
    this.name = 'ProcessDied';
  }
}

const REASONS = {
  403: 'Forbidden',
  409: 'Conflict',
  429: 'TooManyRequests',
  500: 'InternalError',
};

/** A driver in which calls fail as they are told to. */
export class FaultyDriver implements ClusterDriver {
  readonly cluster: string;
  /** Every call in order, such as `apply Deployment orders`; those of a dead process are not in it. */
  readonly calls: DriverCall[] = [];
  readonly #inner: ClusterDriver;
  readonly #onDeath: () => void;
  #faults: { readonly fault: Fault; seen: number }[] = [];
  #dead = false;
  #struck = 0;

  /** @param options - `onDeath` is called once, so that a test lets the store and the clock of the process die with it */
  static create(
    inner: ClusterDriver,
    options?: { readonly onDeath?: () => void },
  ): FaultyDriver {
    return new FaultyDriver(inner, options?.onDeath ?? (() => {}));
  }

  private constructor(inner: ClusterDriver, onDeath: () => void) {
    this.cluster = inner.cluster;
    this.#inner = inner;
    this.#onDeath = onDeath;
  }

  /** Adds a fault; several hold side by side, and of two that match the first wins. */
  fail(fault: Fault): void {
    this.#faults.push({ fault, seen: 0 });
  }

  /** Takes all faults back; who is dead stays so. */
  heal(): void {
    this.#faults = [];
  }

  /** Ends the process now, as a fault that lets it die does. */
  kill(): void {
    this.#dead = true;
    this.#onDeath();
  }

  get isDead(): boolean {
    return this.#dead;
  }

  /** How many calls have failed as they were told to. */
  get struck(): number {
    return this.#struck;
  }

  /** Calls so far that change the cluster. */
  get writes(): number {
    return this.calls.filter(call => call.writes).length;
  }

  baseline(namespace: string, signal?: AbortSignal): Promise<Baseline> {
    return this.#read('baseline', namespace, signal, () =>
      this.#inner.baseline(namespace, signal),
    );
  }

  facts(
    signal?: AbortSignal,
  ): Promise<Pick<ClusterFacts, 'namespaces' | 'hostsInUse'>> {
    return this.#read('facts', '', signal, () => this.#inner.facts(signal));
  }

  labelledNamespaces(
    label: string,
    signal?: AbortSignal,
  ): Promise<KubernetesObject[]> {
    return this.#read('labelledNamespaces', label, signal, () =>
      this.#inner.labelledNamespaces(label, signal),
    );
  }

  create(
    object: KubernetesObject,
    signal?: AbortSignal,
  ): Promise<KubernetesObject> {
    return this.#write('create', named(object), signal, () =>
      this.#inner.create(object, signal),
    );
  }

  apply(
    object: KubernetesObject,
    options?: { readonly dryRun?: boolean; readonly signal?: AbortSignal },
  ): Promise<KubernetesObject> {
    return this.#call(
      {
        method: 'apply',
        about: named(object),
        writes: !options?.dryRun,
      },
      options?.signal,
      () => this.#inner.apply(object, options),
    );
  }

  get(
    place: ObjectPlace,
    signal?: AbortSignal,
  ): Promise<KubernetesObject | undefined> {
    return this.#read('get', placed(place), signal, () =>
      this.#inner.get(place, signal),
    );
  }

  list(namespace: string, signal?: AbortSignal): Promise<KubernetesObject[]> {
    return this.#read('list', namespace, signal, () =>
      this.#inner.list(namespace, signal),
    );
  }

  remove(
    place: ObjectPlace,
    uid: string,
    signal?: AbortSignal,
  ): Promise<'deleted' | 'absent'> {
    return this.#write('remove', placed(place), signal, () =>
      this.#inner.remove(place, uid, signal),
    );
  }

  patchWorkload(
    place: ObjectPlace,
    change: Parameters<ClusterDriver['patchWorkload']>[1],
    signal?: AbortSignal,
  ): Promise<KubernetesObject> {
    return this.#write('patchWorkload', placed(place), signal, () =>
      this.#inner.patchWorkload(place, change, signal),
    );
  }

  copySecret(
    source: { readonly namespace: string; readonly name: string },
    manifest: KubernetesObject,
    signal?: AbortSignal,
  ): Promise<{ object: KubernetesObject; digest: string }> {
    return this.#write('copySecret', named(manifest), signal, () =>
      this.#inner.copySecret(source, manifest, signal),
    );
  }

  putSecret(
    manifest: KubernetesObject,
    values: Readonly<Record<string, string>>,
    signal?: AbortSignal,
  ): Promise<KubernetesObject> {
    return this.#write('putSecret', named(manifest), signal, () =>
      this.#inner.putSecret(manifest, values, signal),
    );
  }

  secretDigests(
    namespace: string,
    names: readonly string[],
    signal?: AbortSignal,
  ): Promise<Readonly<Record<string, string>>> {
    return this.#read('secretDigests', namespace, signal, () =>
      this.#inner.secretDigests(namespace, names, signal),
    );
  }

  waiting(
    namespace: string,
    signal?: AbortSignal,
  ): ReturnType<ClusterDriver['waiting']> {
    return this.#read('waiting', namespace, signal, () =>
      this.#inner.waiting(namespace, signal),
    );
  }

  lastLine(
    namespace: string,
    pod: string,
    container: string,
    signal?: AbortSignal,
  ): Promise<string | undefined> {
    return this.#read('lastLine', `${namespace} ${pod}`, signal, () =>
      this.#inner.lastLine(namespace, pod, container, signal),
    );
  }

  print(namespace: string, signal?: AbortSignal): Promise<string> {
    return this.#read('print', namespace, signal, () =>
      this.#inner.print(namespace, signal),
    );
  }

  clones(signal?: AbortSignal): Promise<readonly KubernetesObject[]> {
    return this.#read('clones', '', signal, () => this.#inner.clones(signal));
  }

  sight(signal?: AbortSignal): Promise<ClusterSight> {
    return this.#read('sight', '', signal, () => this.#inner.sight(signal));
  }

  #read<T>(
    method: keyof ClusterDriver,
    about: string,
    signal: AbortSignal | undefined,
    act: () => Promise<T>,
  ): Promise<T> {
    return this.#call({ method, about, writes: false }, signal, act);
  }

  #write<T>(
    method: keyof ClusterDriver,
    about: string,
    signal: AbortSignal | undefined,
    act: () => Promise<T>,
  ): Promise<T> {
    return this.#call({ method, about, writes: true }, signal, act);
  }

  async #call<T>(
    call: DriverCall,
    signal: AbortSignal | undefined,
    act: () => Promise<T>,
  ): Promise<T> {
    this.#throwIfDead();
    this.calls.push(call);
    const fault = this.#faultOf(call);
    if (fault?.when === 'before') {
      await this.#strike(fault, signal);
    }
    const result = await act().finally(() => this.#throwIfDead());
    if (fault) {
      await this.#strike(fault, signal);
    }
    return result;
  }

  #faultOf(call: DriverCall): Fault | undefined {
    const matching = this.#faults.filter(({ fault }) =>
      fault.of ? fault.of(call) : call.writes,
    );
    matching.forEach(each => {
      each.seen += 1;
    });
    return matching.find(
      ({ fault: { nth, times = 1 }, seen }) =>
        seen >= nth && seen < nth + times,
    )?.fault;
  }

  async #strike(fault: Fault, signal: AbortSignal | undefined): Promise<never> {
    const { what } = fault;
    this.#struck += 1;
    if (what === 'hang') {
      return hang(signal);
    }
    if (what === 'die') {
      this.kill();
      throw new ProcessDied();
    }
    if (what === 'down') {
      throw new DriverError({ message: 'connect ECONNREFUSED' });
    }
    throw new DriverError({
      status: what,
      reason: REASONS[what],
      message: `a fault for tests answered ${what}`,
      retryAfterMs: fault.retryAfterMs,
    });
  }

  /** What was under way when the process died never comes back to it either. */
  #throwIfDead(): void {
    if (this.#dead) {
      throw new ProcessDied();
    }
  }
}

function hang(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const onAbort = () => reject(signal?.reason);
    if (signal?.aborted) {
      onAbort();
    }
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

function named(object: KubernetesObject): string {
  return `${object.kind} ${object.metadata.name}`;
}

function placed(place: ObjectPlace): string {
  return `${place.kind} ${place.name}`;
}
