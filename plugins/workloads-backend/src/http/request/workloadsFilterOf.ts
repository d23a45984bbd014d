import {
  Health,
  WorkloadsFilter,
} from '@domaindeck/backstage-plugin-workloads-common';
import { Request } from 'express';
import { oneOf } from './oneOf';
import { textOf } from './textOf';
import { textsOf } from './textsOf';

const isHealth = oneOf<Health>([
  'healthy',
  'progressing',
  'degraded',
  'failed',
  'suspended',
  'unknown',
]);

/** The filters of a snapshot. */
export function workloadsFilterOf(request: Request): WorkloadsFilter {
  return {
    cluster: textsOf(request, 'cluster'),
    namespace: textsOf(request, 'namespace'),
    kind: textsOf(request, 'kind'),
    health: textsOf(request, 'health')?.filter(isHealth),
    q: textOf(request, 'q'),
  };
}
