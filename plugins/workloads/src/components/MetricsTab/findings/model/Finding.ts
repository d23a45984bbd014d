import { ReleaseMark } from '@domaindeck/backstage-plugin-workloads-common';

/**
 * Something that stands out in what the charts show, with the numbers that say so.
 *
 * - `slower`, `failing`: since a release; `change` is a share, 0.49 for half as much more.
 * - `killed`, `restarted`: so often in the time that is shown.
 * - `full`: what the fullest pod uses of what it may.
 * - `throttled`: the share of its time in which the pod that is throttled most had to wait.
 * - `filling`: seconds until a volume is full.
 * - `quota`: the share of a quota that is used.
 */
export type Finding =
  | {
      readonly kind: 'slower';
      readonly measure: 'p50' | 'p95';
      readonly change: number;
    }
  | { readonly kind: 'failing'; readonly change: number | undefined }
  | { readonly kind: 'killed' | 'restarted'; readonly count: number }
  | {
      readonly kind: 'full' | 'throttled';
      readonly cluster: string;
      readonly pod: string;
      readonly share: number;
    }
  | {
      readonly kind: 'filling';
      readonly subject: string;
      readonly seconds: number;
    }
  | {
      readonly kind: 'quota';
      readonly subject: string;
      readonly share: number;
    };

/** What stands out, the worst first. */
export interface Findings {
  readonly findings: readonly Finding[];
  /** The release since which it is so. */
  readonly release?: ReleaseMark;
  /** Whether there are as many requests as before it; undefined where that is not known. */
  readonly requestsUsual?: boolean;
}
