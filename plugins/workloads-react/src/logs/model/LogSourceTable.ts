import { LogOrigin } from '@domaindeck/backstage-plugin-workloads-common';

/**
 * A source as the list knows it.
 * @public
 */
export interface LogSource {
  /** The same in every stream and page for one run of a container. */
  readonly key: string;
  /** Of the pod; what colours and muting go by. */
  readonly pod: string;
  readonly origin: LogOrigin;
}

/**
 * The sources of all streams and pages of one list, each with one place, so that a row needs a number only.
 * @public
 */
export class LogSourceTable {
  readonly #sources: LogSource[] = [];
  readonly #places = new Map<string, number>();

  static create(): LogSourceTable {
    return new LogSourceTable();
  }

  private constructor() {}

  all(): readonly LogSource[] {
    return this.#sources;
  }

  at(place: number): LogSource | undefined {
    return this.#sources[place];
  }

  /** The place of a source, new or known. */
  declare(key: string, origin: LogOrigin): { place: number; isNew: boolean } {
    const known = this.#places.get(key);
    if (known !== undefined) {
      return { place: known, isNew: false };
    }
    const place = this.#sources.length;
    this.#sources.push({ key, pod: podKeyOf(origin), origin });
    this.#places.set(key, place);
    return { place, isNew: true };
  }
}

/**
 * What names a pod in a list: where it is and its name. A history may not know its uid.
 * @public
 */
export function podKeyOf(
  pod: Pick<LogOrigin, 'cluster' | 'namespace' | 'pod'>,
): string {
  return `${pod.cluster}/${pod.namespace}/${pod.pod}`;
}
