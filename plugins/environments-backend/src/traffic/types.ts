import { TrafficGap } from '@domaindeck/backstage-plugin-environments-common';

/** Why nothing is told of requests. */
export interface UntoldTraffic {
  readonly told: false;
  readonly code: TrafficGap;
  /** Name of the source that was asked; undefined where there is none. */
  readonly source?: string;
  /** What it said, word for word, where it failed. */
  readonly reason?: string;
}

/** Requests as they were counted. */
export interface ToldTraffic {
  readonly told: true;
  readonly source?: string;
  /** Of the first value; milliseconds since the epoch. */
  readonly from: number;
  /** Milliseconds between two values. */
  readonly step: number;
  /** Answers a second, of all pods together; undefined where nothing was measured. */
  readonly values: readonly (number | undefined)[];
}

/** What a source tells of requests. No data is never the same as no requests. */
export type Traffic = ToldTraffic | UntoldTraffic;

/** Whose requests are asked for. */
export interface TrafficQuestion {
  /** Full ref of the domain. */
  readonly domain: string;
  /** Of a baseline or an environment, `cluster/namespace`. */
  readonly place: string;
  /** Only these; all services of the place unless given. */
  readonly service?: string;
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
  readonly signal?: AbortSignal;
}

/** Knows how much services are asked. A source that fails is an answer too. */
export interface TrafficSource {
  requests(question: TrafficQuestion): Promise<Traffic>;
}
