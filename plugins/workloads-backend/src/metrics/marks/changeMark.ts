import {
  Change,
  MetricMark,
} from '@domaindeck/backstage-plugin-workloads-common';

/** A release or scaling as charts mark it. */
export function changeMark(change: Change): MetricMark {
  const { id, at, environment, cluster, namespace, workload, object } = change;
  const about = { id, at, environment, cluster, namespace, workload, object };
  if (change.type === 'scaling') {
    const { type, from, to } = change;
    const before = from === undefined ? '' : `${from} → `;
    return {
      ...about,
      type,
      ...(from !== undefined && { from }),
      to,
      text: `${object.name}: ${before}${to} replicas`,
    };
  }
  const { type, form, revision, from, to } = change;
  return {
    ...about,
    type,
    form,
    ...(revision !== undefined && { revision }),
    ...(from !== undefined && { from }),
    to,
    text: `${object.name} ${wordsOf(form, from, to)}`,
  };
}

function wordsOf(
  form: (Change & { type: 'release' })['form'],
  from: string | undefined,
  to: string,
): string {
  if (form === 'restart') {
    return `${to} started anew`;
  }
  if (form === 'configuration') {
    return `${to} with other settings`;
  }
  return from === undefined ? to : `${from} → ${to}`;
}
