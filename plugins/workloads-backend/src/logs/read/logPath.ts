import { LogTarget } from '../types';

/** What is asked of a node. */
export interface LogQuery {
  readonly follow: boolean;
  readonly previous: boolean;
  /** UTC with nine digits; the node gives the whole second. */
  readonly since?: string;
  readonly tail?: number;
  /** Ends the answer after so many bytes, in the middle of a line as a rule. */
  readonly limitBytes?: number;
}

/** The path of a container's log at its API server. */
export function logPath(target: LogTarget, query: LogQuery): string {
  const { namespace, pod, container } = target;
  const search = new URLSearchParams({ container, timestamps: 'true' });
  if (query.follow) {
    search.set('follow', 'true');
  }
  if (query.previous) {
    search.set('previous', 'true');
  }
  if (query.since !== undefined) {
    search.set('sinceTime', `${query.since.slice(0, 19)}Z`);
  }
  if (query.tail !== undefined) {
    search.set('tailLines', String(query.tail));
  }
  if (query.limitBytes !== undefined) {
    search.set('limitBytes', String(query.limitBytes));
  }
  const segments = ['namespaces', namespace, 'pods', pod, 'log'];
  return `/api/v1/${segments.map(encodeURIComponent).join('/')}?${search}`;
}
