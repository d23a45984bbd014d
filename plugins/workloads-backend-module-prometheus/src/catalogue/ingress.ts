import {
  divide,
  ofServices,
  orZeroOf,
  quantileOf,
  rate,
  sum,
  where,
} from '../promql/build';
import { Measure } from './types';

const COUNT = 'nginx_ingress_controller_requests';
const BUCKET = 'nginx_ingress_controller_request_duration_seconds_bucket';
/** Series of one Service behind an ingress. */
const BY_SERVICE = ['namespace', 'service'] as const;

const answered = sum(BY_SERVICE, rate(ofServices(COUNT)));
const failed = sum(
  BY_SERVICE,
  rate(ofServices(COUNT, where('status', '=~', '5..'))),
);

const common = {
  origin: 'ingress-nginx',
  told: { by: 'services', label: 'service' },
} as const;

/** Within which so many answers went out, waiting for the pod and sending included. */
const quantile = (measure: string, share: number): Measure => ({
  ...common,
  panel: 'latency',
  measure,
  needs: BUCKET,
  query: quantileOf(
    share,
    sum([...BY_SERVICE, 'le'], rate(ofServices(BUCKET))),
  ),
});

/** Requests from outside, told by ingress-nginx of the Services to which it sends them. */
export const ingress: readonly Measure[] = [
  {
    // Answers a second.
    ...common,
    panel: 'requests',
    measure: 'requests',
    needs: COUNT,
    query: answered,
  },
  {
    // The share of answers that are 5xx; 0 where there is no such answer yet.
    ...common,
    panel: 'errors',
    measure: 'errors',
    needs: COUNT,
    query: divide(orZeroOf(failed, answered), answered),
  },
  quantile('p50', 0.5),
  quantile('p95', 0.95),
  quantile('p99', 0.99),
];
