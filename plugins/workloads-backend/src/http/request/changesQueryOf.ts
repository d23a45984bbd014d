import {
  Change,
  ChangesQuery,
} from '@domaindeck/backstage-plugin-workloads-common';
import { Request } from 'express';
import { oneOf } from './oneOf';
import { textOf } from './textOf';

const isType = oneOf<Change['type']>(['release', 'scaling']);

/** Filters and page of a list of changes. */
export function changesQueryOf(request: Request): ChangesQuery {
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
