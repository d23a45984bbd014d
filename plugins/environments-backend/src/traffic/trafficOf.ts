import { MetricsAnswer } from '@domaindeck/backstage-plugin-workloads-common';
import { Traffic } from './types';

/** What an answer of one cluster's source says of requests; series of all pods and of all who count them are added up. */
export function trafficOf(answer: MetricsAnswer): Traffic {
  const [source] = answer.sources;
  const name = source?.name;
  if (source?.state === 'none') {
    return { told: false, code: 'no-source' };
  }
  const [warning] = answer.warnings;
  if (source?.state === 'failing' || warning) {
    return {
      told: false,
      code: 'source-failing',
      source: name,
      reason: source?.reason ?? warning?.message,
    };
  }
  const counted = answer.series.filter(one => one.measure === 'requests');
  const length = Math.max(0, ...counted.map(({ values }) => values.length));
  const values = Array.from({ length }, (_, index) => {
    const told = counted.flatMap(one => one.values[index] ?? []);
    return told.length > 0
      ? told.reduce((sum, value) => sum + value, 0)
      : undefined;
  });
  return values.some(value => value !== undefined)
    ? {
        told: true,
        source: name,
        from: Date.parse(answer.from),
        step: answer.step * 1_000,
        values,
      }
    : { told: false, code: 'no-requests', source: name };
}
