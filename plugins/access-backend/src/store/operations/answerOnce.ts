import { createHash } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { RepeatableRequest } from '../types';

interface AnswerRow {
  readonly caller: string;
  readonly key: string;
  readonly request: string;
  readonly answer: string;
  readonly at: string;
}

/** For how long an answer is kept for a repeated request, in milliseconds. */
const ANSWER_LIFE = 24 * 60 * 60 * 1000;

/**
 * The answer that a request was given within its life.
 *
 * @throws ConflictError when the key was used for another request
 */
export async function findAnswer<T>(
  knex: Knex,
  repeat: RepeatableRequest,
  now: Date,
): Promise<{ readonly value: T } | undefined> {
  const { caller, key } = repeat;
  const [known] = await knex<AnswerRow>('access_answers')
    .where({ caller, key })
    .where('at', '>=', oldest(now))
    .limit(1);
  if (known && known.request !== hashOf(repeat)) {
    throw new ConflictError(
      `The Idempotency-Key "${key}" was used for another request; take a new one`,
    );
  }
  return known && (JSON.parse(known.answer) as { value: T });
}

/**
 * Does something once for a request that may be sent again.
 *
 * @param knex - a transaction that excludes every other writer
 * @throws ConflictError when the key was used for another request
 */
export async function answerOnce<T>(
  knex: Knex,
  repeat: RepeatableRequest,
  now: Date,
  work: () => Promise<T>,
): Promise<T> {
  await knex<AnswerRow>('access_answers')
    .where('at', '<', oldest(now))
    .delete();
  const known = await findAnswer<T>(knex, repeat, now);
  if (known) {
    return known.value;
  }
  const value = await work();
  await knex<AnswerRow>('access_answers').insert({
    caller: repeat.caller,
    key: repeat.key,
    request: hashOf(repeat),
    answer: JSON.stringify({ value }),
    at: now.toISOString(),
  });
  return value;
}

function hashOf({ request }: RepeatableRequest): string {
  return createHash('sha256').update(JSON.stringify(request)).digest('hex');
}

function oldest(now: Date): string {
  return new Date(now.getTime() - ANSWER_LIFE).toISOString();
}
