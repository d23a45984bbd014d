import { EventsQuery } from '@domaindeck/backstage-plugin-workloads-common';
import { Request } from 'express';
import { oneOf } from './oneOf';
import { textOf } from './textOf';

const isType = oneOf<'Normal' | 'Warning'>(['Normal', 'Warning']);

/** Filters and page of a list of events. */
export function eventsQueryOf(request: Request): EventsQuery {
  const type = textOf(request, 'type');
  const limit = textOf(request, 'limit');
  return {
    since: textOf(request, 'since'),
    type: type !== undefined && isType(type) ? type : undefined,
    workload: textOf(request, 'workload'),
    limit: limit === undefined ? undefined : Number(limit),
    cursor: textOf(request, 'cursor'),
  };
}
