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
  const counted = answer.series
    .filter(one => one.measure === 'requests')
    .map(({ values }) => ({
      values,
      first: values.findIndex(isTold),
      last: values.findLastIndex(isTold),
    }));
  const length = Math.max(0, ...counted.map(({ values }) => values.length));
  const values = Array.from({ length }, (_, index) => {
    const told = counted.flatMap(one => one.values[index] ?? []);
    const sum = told.reduce((all, value) => all + value, 0);
    // A series that begins or ends is a pod that came or went. One that goes on was there and was not measured, and what
    // others answered meanwhile says nothing of it.
    const missed = counted.some(
      one =>
        index > one.first && index < one.last && !isTold(one.values[index]),
    );
    return told.length === 0 || (missed && sum === 0) ? undefined : sum;
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

function isTold(value: number | null): boolean {
  return value !== null;
}
