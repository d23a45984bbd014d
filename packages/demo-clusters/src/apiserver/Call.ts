import { IncomingMessage } from 'node:http';
import { RequestTarget } from './RequestTarget';
import { ResponseWriter } from './ResponseWriter';
import { DemoToken } from './Token';

/** A path that leads to a kind, and perhaps to one object of it. */
export type ResourceTarget = Extract<RequestTarget, { kind: 'resource' }>;

/** One request whose caller is known, and the way to answer it. */
export interface Call {
  readonly request: IncomingMessage;
  readonly writer: ResponseWriter;
  readonly query: URLSearchParams;
  readonly token: DemoToken;
}
