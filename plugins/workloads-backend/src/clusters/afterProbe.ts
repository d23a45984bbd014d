import { Cause } from '@domaindeck/backstage-plugin-workloads-common';

/**
 * What the probes of a cluster found.
 *
 * - `unknown`: none has ended yet
 * - `answering`: the last one was answered; with a reason when the server says that it is not ready
 * - `missing`: so many in a row were not answered
 * - `refused`: our credential was refused, or there is none
 */
export type ProbeState =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'answering';
      readonly reason?: string;
      readonly cause?: Cause;
    }
  | {
      readonly kind: 'missing';
      readonly misses: number;
      readonly reason: string;
      readonly cause?: Cause;
    }
  | {
      readonly kind: 'refused';
      readonly reason: string;
      readonly cause?: Cause;
    };

/** What a probe gave. */
export type ProbeResult =
  | {
      readonly kind: 'answered';
      readonly reason?: string;
      readonly cause?: Cause;
    }
  | {
      readonly kind: 'missed';
      readonly reason: string;
      readonly cause?: Cause;
    }
  | {
      readonly kind: 'refused';
      readonly reason: string;
      readonly cause?: Cause;
    };

/** So many misses in a row make a cluster unreachable: one may be a hiccup. */
export const MISSES_TO_UNREACHABLE = 2;

/** The state after one more probe. */
export function afterProbe(state: ProbeState, result: ProbeResult): ProbeState {
  const { cause } = result;
  switch (result.kind) {
    case 'answered':
      return { kind: 'answering', reason: result.reason, cause };
    case 'refused':
      return { kind: 'refused', reason: result.reason, cause };
    default:
      return {
        kind: 'missing',
        misses: state.kind === 'missing' ? state.misses + 1 : 1,
        reason: result.reason,
        cause,
      };
  }
}
