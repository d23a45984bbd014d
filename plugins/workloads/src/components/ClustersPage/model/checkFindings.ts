import {
  CheckItem,
  ClusterCheck,
  NodeSummary,
} from '@domaindeck/backstage-plugin-workloads-common';
import { Phrase } from '../../../translation/Phrase';

/**
 * Certificates and tokens tolerate more, but people who lay logs of two clusters side by side notice from here on; two
 * seconds are what a probe itself may be off by.
 */
const SKEW_MS = 2_000;

const URGENCY: Record<CheckItem['outcome'], number> = {
  missing: 0,
  warning: 1,
  unknown: 2,
  ok: 3,
};

/** What a check of our credentials found, in the order to read it. */
export interface CheckFindings {
  /** What lacks or needs care, worst first, with the line that mends it. */
  readonly open: readonly CheckItem[];
  readonly passed: readonly CheckItem[];
  /** Not ready first, then drained; nodes that are well are only counted. */
  readonly nodes: readonly NodeSummary[];
  readonly clock: { readonly agrees?: boolean; readonly phrase: Phrase };
}

/** Puts a check in the order to read it. */
export function checkFindings(check: ClusterCheck): CheckFindings {
  const items = [...check.items].sort(
    (a, b) => URGENCY[a.outcome] - URGENCY[b.outcome],
  );
  return {
    open: items.filter(item => item.outcome !== 'ok'),
    passed: items.filter(item => item.outcome === 'ok'),
    nodes: (check.nodes ?? [])
      .filter(node => !node.ready || node.cordoned)
      .sort((a, b) => Number(a.ready) - Number(b.ready)),
    clock: clockOf(check.clockSkewMs),
  };
}

function clockOf(skewMs: number | undefined): CheckFindings['clock'] {
  if (skewMs === undefined) {
    return { phrase: { key: 'clusters.clock.unknown' } };
  }
  if (Math.abs(skewMs) <= SKEW_MS) {
    return { agrees: true, phrase: { key: 'clusters.clock.equal' } };
  }
  return {
    agrees: false,
    phrase: {
      key: skewMs > 0 ? 'clusters.clock.ahead' : 'clusters.clock.behind',
      params: { span: { span: Math.abs(skewMs) } },
    },
  };
}
