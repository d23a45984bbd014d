import {
  Operation,
  WaitReason,
} from '@domaindeck/backstage-plugin-environments-common';

/** Why something stopped. */
export type ReasonCode = WaitReason['code'];

/** What is told, in one language. None of it is a word of the clusters: what they say themselves is on the page. */
export interface Words {
  /** How times are written, as a BCP 47 tag. */
  readonly locale: string;
  /** Between sentences. */
  readonly space: string;
  /** Titles by the name of the environment. */
  ready(name: string, operation: Operation): string;
  stopped(name: string, operation: Operation): string;
  ends(name: string, span: string): string;
  /** Sentences. */
  answers(domain: string, url: string): string;
  runs(domain: string): string;
  endsOn(time: string): string;
  thenDeleted(domain: string, time: string): string;
  /** Empty where nobody knows. */
  reason(code: ReasonCode): string;
  /** A reason that is about one service. */
  of(service: string, reason: string): string;
  /** What to do about it. */
  way(operation: Operation): string;
  span(n: number, unit: 'day' | 'hour' | 'minute'): string;
}

/** A language and a clock. */
export interface Wording {
  readonly words: Words;
  /** @param at - milliseconds since the epoch */
  formatTime(at: number): string;
}
