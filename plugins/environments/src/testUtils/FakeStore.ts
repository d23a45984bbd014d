import {
  DriftCounts,
  EnvironmentDrift,
  EnvironmentRecord,
  HistoryEntry,
  ResyncRequest,
  Step,
  WatchRecord,
  WatchRequest,
} from '@domaindeck/backstage-plugin-environments-common';
import { RecordQueue } from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { EnvironmentsWorld } from './EnvironmentsWorld';
import { notFound } from './fakeErrors';
import { advanceWork, Work } from './fakeWork';

/** What the fake keeps, and the streams that are told of every change. */
export class FakeStore {
  readonly world: EnvironmentsWorld;
  readonly streams = new Set<{
    readonly request: WatchRequest;
    readonly queue: RecordQueue<WatchRecord>;
  }>();
  readonly #now: () => number;
  #entries = 0;

  constructor(world: EnvironmentsWorld, now: () => number) {
    this.world = world;
    this.#now = now;
  }

  checkSeen(): void {
    if (this.world.role === 'stranger') {
      throw notFound();
    }
  }

  /** All environments with what the caller may do. */
  visible(): EnvironmentRecord[] {
    return this.world.role === 'stranger'
      ? []
      : this.world.environments.map(one => ({
          ...one,
          verbs: this.#verbsOf(one),
        }));
  }

  recordOf(id: string): EnvironmentRecord {
    const record = this.visible().find(one => one.id === id);
    if (!record) {
      throw notFound();
    }
    return record;
  }

  workOf(id: string): Work {
    return { record: this.recordOf(id), steps: this.world.steps[id] ?? [] };
  }

  driftOf(id: string): EnvironmentDrift {
    return (
      this.world.drifts[id] ?? {
        asOf: new Date(this.#now()).toISOString(),
        revision: 'none',
        services: [],
        baseline: { added: [], removed: [], ports: [] },
        foreign: [],
      }
    );
  }

  put(record: EnvironmentRecord): void {
    const updatedAt = new Date(this.#now()).toISOString();
    const next = { ...record, updatedAt };
    const { environments } = this.world;
    this.world.environments = environments.some(one => one.id === next.id)
      ? environments.map(one => (one.id === next.id ? next : one))
      : [...environments, next];
    this.#tell(next.id, { type: 'upsert', item: this.recordOf(next.id) });
  }

  putSteps(id: string, steps: readonly Step[]): void {
    this.world.steps[id] = [...steps];
    this.#tell(id, { type: 'steps', id, items: [...steps] }, 'one');
  }

  putWork(work: Work): void {
    const { record, steps } = work;
    if (record.state === 'gone') {
      this.world.environments = this.world.environments.filter(
        one => one.id !== record.id,
      );
      this.#tell(record.id, { type: 'delete', id: record.id });
      return;
    }
    this.put(record);
    this.putSteps(record.id, steps);
  }

  /** One step further; nothing where the environment is gone. */
  advance(id: string): void {
    if (this.world.environments.some(one => one.id === id)) {
      this.putWork(advanceWork(this.workOf(id), this.#now()));
    }
  }

  note(id: string, entry: Omit<HistoryEntry, 'id' | 'at' | 'parts'>): void {
    this.#entries += 1;
    const item: HistoryEntry = {
      ...entry,
      id: `note-${this.#entries}`,
      at: new Date(this.#now()).toISOString(),
      parts: {},
    };
    this.world.history[id] = [item, ...(this.world.history[id] ?? [])];
    this.#tell(id, { type: 'history', id, item }, 'one');
  }

  /** Takes changes of the baseline; the answer is what is left. */
  take(id: string, request: ResyncRequest): DriftCounts {
    const taken = new Set(
      request.changes.map(change => `${change.service} ${change.id}`),
    );
    const drift = this.driftOf(id);
    const services = drift.services
      .map(service => ({
        ...service,
        changes: service.changes.filter(
          change => !taken.has(`${service.service} ${change.id}`),
        ),
      }))
      .filter(service => service.changes.length > 0);
    this.world.drifts[id] = {
      ...drift,
      services,
      revision: `${drift.revision}+`,
    };
    const count = (state: string) =>
      services.filter(one => one.state === state).length;
    return {
      baselineMoved: count('baseline-moved'),
      edited: count('edited'),
      both: count('both'),
    };
  }

  /** What a stream begins with. */
  present(request: WatchRequest): WatchRecord[] {
    const items = this.visible().filter(one => belongs(one, request));
    if (request.id !== undefined && items.length === 0) {
      throw notFound();
    }
    const steps: WatchRecord[] =
      request.id === undefined
        ? []
        : [
            {
              type: 'steps',
              id: request.id,
              items: this.world.steps[request.id] ?? [],
            },
          ];
    return [
      ...items.map((item): WatchRecord => ({ type: 'upsert', item })),
      ...steps,
      { type: 'synced' },
      ...(request.poll
        ? [{ type: 'end', reason: 'poll' } satisfies WatchRecord]
        : []),
    ];
  }

  #tell(id: string, record: WatchRecord, to: 'all' | 'one' = 'all'): void {
    const known = this.world.environments.find(one => one.id === id);
    for (const { request, queue } of this.streams) {
      const fits =
        request.id === undefined
          ? to === 'all' && (!known || belongs(known, request))
          : request.id === id;
      if (fits) {
        queue.put(record);
      }
    }
  }

  #verbsOf(record: EnvironmentRecord): EnvironmentRecord['verbs'] {
    const { role, caller } = this.world;
    const own =
      record.creator === caller || record.collaborators.includes(caller);
    if (role === 'owner') {
      return ['env-view', 'env-create', 'env-manage', 'quota-manage'];
    }
    if (role === 'developer') {
      return own
        ? ['env-view', 'env-create', 'env-manage']
        : ['env-view', 'env-create'];
    }
    return ['env-view'];
  }
}

function belongs(record: EnvironmentRecord, request: WatchRequest): boolean {
  return (
    (request.id === undefined || record.id === request.id) &&
    (request.domain === undefined || record.domain === request.domain)
  );
}
