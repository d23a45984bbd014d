import {
  StreamRecord,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';
import { GzipPiece, gzipPiece } from './GzipBody';

/**
 * The texts of workloads as they are sent. A workload that has not changed is the same object for everybody, so its
 * text is made once, and goes with it.
 */
export class WorkloadTexts {
  readonly #json = new WeakMap<Workload, Buffer>();
  readonly #pieces = new WeakMap<Workload, Promise<GzipPiece>>();
  readonly #lines = new WeakMap<readonly StreamRecord[], Buffer>();

  static create(): WorkloadTexts {
    return new WorkloadTexts();
  }

  private constructor() {}

  json(workload: Workload): Buffer {
    return memo(this.#json, workload, () =>
      Buffer.from(JSON.stringify(workload)),
    );
  }

  /** The text, and the same compressed. */
  piece(workload: Workload): Promise<GzipPiece> {
    return memo(this.#pieces, workload, () => gzipPiece(this.json(workload)));
  }

  /** Records as lines. Streams at the same place are given the same array, and so the same lines. */
  lines(records: readonly StreamRecord[]): Buffer {
    return memo(this.#lines, records, () =>
      Buffer.concat(records.flatMap(record => this.#line(record))),
    );
  }

  #line(record: StreamRecord): Buffer[] {
    if (record.type !== 'upsert') {
      return [Buffer.from(`${JSON.stringify(record)}\n`)];
    }
    const { item, ...head } = record;
    const text = JSON.stringify(head);
    return [
      Buffer.from(`${text.slice(0, -1)},"item":`),
      this.json(item),
      Buffer.from('}\n'),
    ];
  }
}

function memo<K extends object, V>(
  known: WeakMap<K, V>,
  key: K,
  make: () => V,
): V {
  const held = known.get(key);
  if (held !== undefined) {
    return held;
  }
  const made = make();
  known.set(key, made);
  return made;
}
