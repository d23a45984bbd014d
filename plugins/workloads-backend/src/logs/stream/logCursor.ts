import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { LogPlace } from '../types';

/** Where a stream came to, for every container whose lines it has sent. */
export interface LogCursor {
  readonly sources: ReadonlyMap<string, LogPlace>;
}

const VERSION = 1;
const time = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{9}Z$/);
const schema = z.tuple([
  z.literal(VERSION),
  z.array(
    z.tuple([
      z.string().max(1200),
      z.number().int().min(0),
      time.nullable(),
      time.optional(),
    ]),
  ),
]);

/** Writes a cursor for one entity. */
export function writeLogCursor(entityRef: string, cursor: LogCursor): string {
  const text = JSON.stringify([
    VERSION,
    [...cursor.sources].map(([id, { run, at, uncertainFrom }]) => [
      id,
      run,
      at ?? null,
      ...(uncertainFrom === undefined ? [] : [uncertainFrom]),
    ]),
  ]);
  const body = Buffer.from(text).toString('base64url');
  return `${body}.${checkOf(entityRef, body)}`;
}

/**
 * Reads what {@link writeLogCursor} wrote, in this process or another one.
 *
 * @remarks
 * The check finds a cursor that was cut or is of another page. It need not keep anybody out: what a cursor names is
 * looked up among the containers that the caller may read, and only a time and a number are taken from it.
 *
 * @throws InputError when it is none, or one of another entity
 */
export function readLogCursor(entityRef: string, cursor: string): LogCursor {
  const [body, check, ...more] = cursor.split('.');
  if (more.length > 0 || check !== checkOf(entityRef, body)) {
    throw wrongCursor();
  }
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
  } catch {
    throw wrongCursor();
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    throw wrongCursor();
  }
  return {
    sources: new Map(
      parsed.data[1].map(([id, run, at, uncertainFrom]) => [
        id,
        { run, at: at ?? undefined, uncertainFrom },
      ]),
    ),
  };
}

function wrongCursor(): InputError {
  return new InputError(
    'cursor: this is not the cursor of a log stream of this page; leave it out to start anew',
  );
}

function checkOf(entityRef: string, body: string): string {
  return createHash('sha256')
    .update(`${entityRef}\n${body}`)
    .digest('base64url')
    .slice(0, 16);
}
