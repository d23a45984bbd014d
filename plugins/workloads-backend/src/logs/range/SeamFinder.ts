import {
  LogSelector,
  logTimeMs,
  logTimeOf,
  LogTrouble,
  shiftLogTime,
} from '@domaindeck/backstage-plugin-workloads-common';
import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { edgeOf } from '../read/edgeOf';
import { messageOf } from '../read/openLog';
import { FoundTarget, selectTargets } from '../stream/selectTargets';
import { StreamScene } from '../stream/StreamOptions';
import { LogTarget } from '../types';
import { containerKey } from './lineOrder';
import { LivePart, Seam, SeamProof } from './Seam';
import { StoredRange } from './StoredRange';

/**
 * Milliseconds before now from which the pods are asked, one after the other until the store is seen to reach so far: a
 * collector is some seconds behind as a rule, and hours when it has stopped.
 */
const STEPS = [120_000, 900_000, 7_200_000, 43_200_000];
/** A range that ended so many milliseconds ago is the store's alone. */
const STORED_ALONE = STEPS[1];
/** Milliseconds for which the pods of a cluster may think about their first lines. */
const PATIENCE = 5_000;
/** First lines that are asked for at a time. */
const AT_A_TIME = 20;
/**
 * Milliseconds from a first line on in which the store is looked at, twice as many in each further round, the lines that
 * are looked at, and the rounds.
 */
const PROOF = { window: 5_000, lines: 1_000, rounds: 12 };

/** Milliseconds in which a container says its first line, with those that its start is told without. */
const START = 2_000;

/** Whose seam is looked for. */
export interface SeamOptions {
  readonly cluster: string;
  readonly scene: StreamScene;
  readonly stored: StoredRange;
  readonly clock: Clock;
}

/** A line that the store has to hold. */
interface Expected {
  readonly key: string;
  readonly first: string;
  readonly target: LogTarget;
}

/** What the store is asked for. */
export interface SeamQuestion {
  readonly selectors: readonly LogSelector[] | undefined;
  /** Both ends of the range, UTC with nine digits. */
  readonly from: string;
  readonly to: string;
  /** Where the seam was found for an earlier page of the same question. */
  readonly known: string | undefined;
  readonly signal: AbortSignal;
}

/**
 * Finds where the pods of a cluster take over from its store: as late as possible, since reading logs costs a node more
 * than reading a store, and early enough that the store has everything before.
 */
export class SeamFinder {
  readonly #options: SeamOptions;

  static create(options: SeamOptions): SeamFinder {
    return new SeamFinder(options);
  }

  private constructor(options: SeamOptions) {
    this.#options = options;
  }

  /** @returns undefined when the range is the store's alone */
  async find(question: SeamQuestion): Promise<Seam | undefined> {
    const { from, to, known } = question;
    const { clock, cluster, scene } = this.#options;
    if (known !== undefined) {
      return known < to
        ? this.#look(question, known, async () => undefined)
        : undefined;
    }
    const now = clock.now().getTime() + (scene.skewOf(cluster) ?? 0);
    if (to <= logTimeOf(now - STORED_ALONE)) {
      return undefined;
    }
    const beginOf = (step: number) => {
      const begin = wholeSecond(logTimeOf(now - step));
      return begin > from ? begin : from;
    };
    let seam: Seam | undefined;
    for (const step of STEPS) {
      const begin = beginOf(step);
      seam = await this.#look(question, begin, (found, parts) =>
        this.#prove(found, parts, question.signal),
      );
      if (begin === from || !isWorthMore(seam)) {
        break;
      }
      if (seam.proof === 'failed') {
        // The pods give what they hold then, and the store is not asked again.
        const furthest = beginOf(Math.max(...STEPS));
        return this.#look(question, furthest, async () => 'failed');
      }
    }
    return seam;
  }

  async #look(
    question: SeamQuestion,
    from: string,
    prove: (
      found: readonly FoundTarget[],
      parts: ReadonlyMap<string, LivePart>,
    ) => Promise<SeamProof | undefined>,
  ): Promise<Seam> {
    const { scene, cluster } = this.#options;
    const found = [
      ...selectTargets(scene.workloads(), question.selectors).values(),
    ];
    const parts = new Map<string, LivePart>();
    const troubles: LogTrouble[] = [];
    const asking = this.#patience(question.signal);
    const rest = [...found];
    const ask = async () => {
      for (let next = rest.pop(); next; next = rest.pop()) {
        await this.#ask(next, from, asking.signal, parts, troubles);
      }
    };
    try {
      await Promise.all(Array.from({ length: AT_A_TIME }, ask));
    } catch (error) {
      question.signal.throwIfAborted();
      parts.clear();
      troubles.splice(0, Infinity, { cluster, message: messageOf(error) });
    } finally {
      asking.stop();
    }
    return Seam.create({
      from,
      targets: found.map(({ target }) => target),
      parts,
      troubles,
      proof: await prove(found, parts),
    });
  }

  async #ask(
    { target, now }: FoundTarget,
    since: string,
    signal: AbortSignal,
    parts: Map<string, LivePart>,
    troubles: LogTrouble[],
  ): Promise<void> {
    const { cluster, namespace, pod, container } = target;
    const connection = this.#options.scene.connectionOf(cluster);
    if (!connection) {
      return;
    }
    const ask = async (query: { previous: boolean; tail?: number }) => {
      const edge = await edgeOf(
        connection,
        target,
        { ...query, since },
        signal,
      );
      signal.throwIfAborted();
      if ('trouble' in edge) {
        const message = edge.trouble;
        troubles.push({ cluster, namespace, pod, container, message });
      }
      return 'at' in edge ? edge.at : undefined;
    };
    const first = await ask({ previous: false });
    const from = now.previous ? await ask({ previous: true }) : undefined;
    const key = containerKey(target);
    if (from === undefined || first === undefined || from >= first) {
      const only = first ?? from;
      if (only !== undefined) {
        parts.set(key, { first: only });
      }
    } else if (isFromStart(now, first)) {
      parts.set(key, { first: from });
    } else {
      const to = (await ask({ previous: true, tail: 1 })) ?? from;
      parts.set(key, { first, before: { from, to } });
    }
  }

  /** A log whose container has not said anything yet may keep a whole answer back. */
  #patience(outer: AbortSignal): { signal: AbortSignal; stop: () => void } {
    const controller = new AbortController();
    const leave = () => controller.abort(outer.reason);
    outer.addEventListener('abort', leave, { once: true });
    const cancel = this.#options.clock.after(PATIENCE, () =>
      controller.abort(
        new Error(
          `The pods of ${
            this.#options.cluster
          } have not answered within 5 s; what is stored is shown`,
        ),
      ),
    );
    return {
      signal: controller.signal,
      stop: () => {
        cancel();
        outer.removeEventListener('abort', leave);
      },
    };
  }

  /**
   * Looks for the first lines of the pods in the store. One whose first run began since has no line before it that a
   * store could miss.
   */
  async #prove(
    found: readonly FoundTarget[],
    parts: ReadonlyMap<string, LivePart>,
    signal: AbortSignal,
  ): Promise<SeamProof | undefined> {
    let rest = found.flatMap(({ target, now }): Expected[] => {
      const key = containerKey(target);
      const first = parts.get(key)?.first;
      return first === undefined ||
        (now.restarts === 0 && isFromStart(now, first))
        ? []
        : [{ key, first, target }];
    });
    let proof: SeamProof | undefined = parts.size > 0 ? 'proven' : undefined;
    for (let round = 0; rest.length > 0; round += 1) {
      if (round === PROOF.rounds) {
        return 'unsure';
      }
      const part = await this.#proveNext(
        rest,
        PROOF.window * 2 ** round,
        signal,
      );
      if (part.proof !== 'proven' && part.proof !== 'unsure') {
        return part.proof;
      }
      proof = part.proof === 'unsure' ? 'unsure' : proof;
      ({ rest } = part);
    }
    return proof;
  }

  /** Looks for those first lines that follow soon after the first of all. */
  async #proveNext(
    expected: readonly Expected[],
    window: number,
    signal: AbortSignal,
  ): Promise<{ proof: SeamProof; rest: Expected[] }> {
    const from = expected
      .map(({ first }) => first)
      .reduce((a, b) => (a < b ? a : b));
    const end = shiftLogTime(from, window);
    const page = await this.#options.stored.search({
      filter: {},
      selectors: expected.map(({ target }) => selectorOf(target)),
      from,
      to: end,
      previous: false,
      direction: 'forward',
      limit: PROOF.lines,
      signal,
    });
    if (page.troubles.length > 0) {
      return { proof: 'failed', rest: [] };
    }
    // Of a page that is full the last moment may be cut.
    const last = page.more ? page.lines.at(-1)?.at ?? end : end;
    const stored = new Set<string>();
    const reached = new Map<string, string>();
    for (const { origin, at } of page.lines) {
      const key = containerKey(origin);
      stored.add(`${key} ${at}`);
      reached.set(key, at);
    }
    const near = expected.filter(({ first }) => first < last || first === from);
    const missed = near.filter(
      ({ key, first }) => !stored.has(`${key} ${first}`),
    );
    const isBehind = missed.some(
      ({ key, first }) => (reached.get(key) ?? '') <= first,
    );
    const proof = missed.length === 0 ? 'proven' : 'unsure';
    return {
      proof: isBehind ? 'behind' : proof,
      rest: expected.filter(one => !near.includes(one)),
    };
  }
}

/** Whether looking further back may help: it does not where no pod can be read or the store has come so far. */
function isWorthMore({ proof, oldest, targets, troubles }: Seam): boolean {
  return oldest === undefined
    ? targets.length > 0 && troubles.length === 0
    : proof === 'behind' || proof === 'failed';
}

function selectorOf(target: LogTarget): LogSelector {
  const { cluster, namespace, pod, container } = target;
  return { cluster, namespace, pod, container };
}

/** Whether a line is the first of its run. */
function isFromStart(
  { state, startedAt }: FoundTarget['now'],
  first: string,
): boolean {
  return (
    state === 'running' &&
    startedAt !== undefined &&
    logTimeMs(first) - Date.parse(startedAt) < START
  );
}

function wholeSecond(at: string): string {
  return `${at.slice(0, 19)}.000000000Z`;
}
