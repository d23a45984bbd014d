import { LogStreamRequest } from '@domaindeck/backstage-plugin-workloads-common';

/** Whether a stream goes on with what comes. */
export function follows(request: LogStreamRequest): boolean {
  return (
    !request.previous && request.until === undefined && (request.follow ?? true)
  );
}
