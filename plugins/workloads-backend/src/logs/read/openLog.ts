import {
  ClusterConnection,
  ClusterResponse,
} from '@domaindeck/backstage-plugin-workloads-node';
import { LogTarget } from '../types';
import { LogQuery, logPath } from './logPath';

/** What came of asking for a log. */
export type OpenedLog =
  | { readonly outcome: 'open'; readonly body: ClusterResponse['body'] }
  /** The container has not started, or has no run before. */
  | { readonly outcome: 'none'; readonly message: string }
  /** There is no such pod any more. */
  | { readonly outcome: 'gone' }
  /** The portal's own credentials do not suffice, or the request is wrong. */
  | { readonly outcome: 'refused'; readonly message: string }
  /** Worth another try. */
  | { readonly outcome: 'failed'; readonly message: string };

/**
 * Asks an API server for the log of a container. A container that says nothing may keep the head of the answer back
 * until its first line, so nothing here times out: the reader watches over silence.
 */
export async function openLog(
  connection: ClusterConnection,
  target: LogTarget,
  query: LogQuery,
  signal: AbortSignal,
): Promise<OpenedLog> {
  let response: ClusterResponse;
  try {
    response = await connection.get(logPath(target, query), {
      signal,
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  } catch (error) {
    return { outcome: 'failed', message: messageOf(error) };
  }
  const { status, body } = response;
  if (status === 200) {
    return { outcome: 'open', body };
  }
  const message = await readMessage(response);
  switch (status) {
    case 400:
      return { outcome: 'none', message };
    case 404:
      return { outcome: 'gone' };
    case 401:
    case 403:
    case 422:
      return { outcome: 'refused', message };
    default:
      return { outcome: 'failed', message };
  }
}

async function readMessage(response: ClusterResponse): Promise<string> {
  const text = await response.body.text().catch(() => '');
  try {
    const status: unknown = JSON.parse(text);
    if (
      typeof status === 'object' &&
      status !== null &&
      'message' in status &&
      typeof status.message === 'string'
    ) {
      return status.message;
    }
  } catch {
    // A proxy in between answers in words of its own.
  }
  return text.slice(0, 300) || `the cluster answered ${response.status}`;
}

/** The words of an error. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
