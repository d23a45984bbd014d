import {
  hashLine,
  LogOrigin,
} from '@domaindeck/backstage-plugin-workloads-common';

/**
 * A line as a link names it: `cluster/namespace/pod/container~<nanoseconds>~<hash>`.
 * @public
 */
export interface LineLink {
  readonly source: Pick<
    LogOrigin,
    'cluster' | 'namespace' | 'pod' | 'container'
  >;
  /** RFC 3339, UTC, nine digits. */
  readonly at: string;
  /** Of the time and text, in base 36. */
  readonly hash: string;
}

/**
 * Writes the name of a line for a link.
 * @param at - RFC 3339, UTC, nine digits.
 * @public
 */
export function writeLineLink(
  source: LineLink['source'],
  at: string,
  text: string,
): string {
  const { cluster, namespace, pod, container } = source;
  return [
    [cluster, namespace, pod, container].join('/'),
    nanosecondsOf(at),
    lineHash(at, text),
  ].join('~');
}

/**
 * Reads the name of a line from a link; undefined for what is none.
 * @public
 */
export function readLineLink(text: string): LineLink | undefined {
  const match =
    /^([^/~]+)\/([^/~]+)\/([^/~]+)\/([^/~]+)~(\d{10,19})~([0-9a-z]{1,12})$/.exec(
      text,
    );
  if (!match) {
    return undefined;
  }
  const [, cluster, namespace, pod, container, ns, hash] = match;
  const padded = ns.padStart(19, '0');
  const seconds = Number(padded.slice(0, 10));
  return {
    source: { cluster, namespace, pod, container },
    at: `${new Date(seconds * 1000).toISOString().slice(0, 19)}.${padded.slice(
      10,
    )}Z`,
    hash,
  };
}

/** The hash by which {@link LineLink.hash} names a line. */
export function lineHash(at: string, text: string): string {
  return hashLine(at, text).toString(36);
}

/** Digits, since a number keeps no nanoseconds. */
function nanosecondsOf(at: string): string {
  const seconds = Math.floor(Date.parse(at) / 1000);
  return `${seconds}${
    /\.(\d{1,9})/.exec(at)?.[1].padEnd(9, '0') ?? '000000000'
  }`;
}
