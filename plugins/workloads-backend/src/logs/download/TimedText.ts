import { LogOrigin } from '@domaindeck/backstage-plugin-workloads-common';

/** A line of a download, with its newline. */
export interface TimedText {
  /** UTC with nine digits. */
  readonly at: string;
  readonly text: string;
}

/** What is written of a log line. */
export interface DownloadedLine {
  readonly origin: LogOrigin | undefined;
  readonly at: string;
  readonly text: string;
  readonly bytes?: number;
}

/** @param timestamps - whether time, cluster, pod and container stand before the line */
export function lineText(
  { origin, at, text, bytes }: DownloadedLine,
  timestamps: boolean,
): string {
  const prefix = timestamps ? `${at} ${nameOf(origin)} ` : '';
  const cut = bytes === undefined ? '' : ` [cut, ${bytes} bytes in all]`;
  return `${prefix}${text}${cut}\n`;
}

/** Says between the lines what is missing, and why. */
export function noteText(words: string): string {
  return `--- ${words} ---\n`;
}

/** Where a line comes from. */
export function nameOf(origin: LogOrigin | undefined): string {
  return origin
    ? `${origin.cluster}/${origin.namespace}/${origin.pod}/${origin.container}`
    : 'unknown';
}
