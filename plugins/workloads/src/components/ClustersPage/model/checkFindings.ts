import {
  CheckItem,
  ClusterCheck,
  NodeSummary,
} from '@domaindeck/backstage-plugin-workloads-common';
import { Phrase } from '../../../translation/Phrase';

/** Nobody notices less, and the measure itself is good to a second; the backend's check draws the same line. */
const SKEW_MS = 5_000;

/** The clock has a place of its own, where it is told in the reader's language. */
const CLOCK_ID = 'clock';

/** Those that are told in the reader's language. */
const KNOWN_CHECKS = ['connection', 'tls', 'token'] as const;

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
  const items = check.items
    .filter(item => item.id !== CLOCK_ID)
    .sort((a, b) => URGENCY[a.outcome] - URGENCY[b.outcome]);
  return {
    open: items.filter(item => item.outcome !== 'ok'),
    passed: items.filter(item => item.outcome === 'ok'),
    nodes: (check.nodes ?? [])
      .filter(node => !node.ready || node.cordoned)
      .sort((a, b) => Number(a.ready) - Number(b.ready)),
    clock: clockOf(check.clockSkewMs),
  };
}

/** What was checked, in the reader's words where the check is a known one. */
export function checkTitle(item: CheckItem): Phrase {
  const resource = /^rights\.(.+)$/.exec(item.id)?.[1];
  if (resource) {
    return { key: 'clusters.check.rights', params: { resource } };
  }
  const known = KNOWN_CHECKS.find(id => id === item.id);
  return known ? { key: `clusters.check.${known}` } : { text: item.what };
}

function clockOf(skewMs: number | undefined): CheckFindings['clock'] {
  if (skewMs === undefined) {
    return { phrase: { key: 'clusters.clock.unknown' } };
  }
  if (Math.abs(skewMs) < SKEW_MS) {
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
