import { LokiConfig } from '../config/readLokiConfig';
import { Matcher } from './types';

/** What tells the cluster's streams from those of others. */
export function clusterMatchers(config: Pick<LokiConfig, 'labels'>): Matcher[] {
  return Object.entries(config.labels).map(([label, value]) => ({
    label,
    is: '=' as const,
    value,
  }));
}
