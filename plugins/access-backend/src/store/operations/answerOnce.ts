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
export const ANSWER_LIFE = 24 * 60 * 60 * 1000;

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
  const { caller, key } = repeat;
  const request = createHash('sha256')
    .update(JSON.stringify(repeat.request))
    .digest('hex');
  const since = new Date(now.getTime() - ANSWER_LIFE).toISOString();
  const answers = () => knex<AnswerRow>('access_answers');
  await answers().where('at', '<', since).delete();
  const [known] = await answers().where({ caller, key }).limit(1);
  if (known && known.request !== request) {
    throw new ConflictError(
      `The Idempotency-Key "${key}" was used for another request; take a new one`,
    );
  }
  if (known) {
    return (JSON.parse(known.answer) as { value: T }).value;
  }
  const value = await work();
  await answers().insert({
    caller,
    key,
    request,
    answer: JSON.stringify({ value }),
    at: now.toISOString(),
  });
  return value;
}
