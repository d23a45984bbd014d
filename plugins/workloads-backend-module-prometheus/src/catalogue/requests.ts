import {
  divide,
  metric,
  orZeroOf,
  quantileOf,
  rate,
  sum,
  where,
} from '../promql/build';
import { BY_POD } from './containers';
import { Measure } from './types';

const origin = 'OpenTelemetry';
/** OpenTelemetry's histogram of a server, as its SDKs give it to Prometheus. */
const COUNT = 'http_server_request_duration_seconds_count';
const BUCKET = 'http_server_request_duration_seconds_bucket';

const answered = sum(BY_POD, rate(metric(COUNT)));
const failed = sum(
  BY_POD,
  rate(metric(COUNT, where('http_response_status_code', '=~', '5..'))),
);

/** Of each pod: what several pods tell together could not be held to the pods that somebody may see. */
const quantile = (measure: string, share: number): Measure => ({
  panel: 'latency',
  measure,
  origin,
  needs: BUCKET,
  query: quantileOf(share, sum([...BY_POD, 'le'], rate(metric(BUCKET)))),
});

/** Requests over HTTP, told by the pods that answer them. */
export const requests: readonly Measure[] = [
  {
    // Answers a second.
    panel: 'requests',
    measure: 'requests',
    origin,
    needs: COUNT,
    query: answered,
  },
  {
    // The share of answers that are 5xx; 0 where there is no such answer yet.
    panel: 'errors',
    measure: 'errors',
    origin,
    needs: COUNT,
    query: divide(orZeroOf(failed, answered), answered),
  },
  quantile('p50', 0.5),
  quantile('p95', 0.95),
  quantile('p99', 0.99),
];
