import { createHash, randomUUID } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { DatabaseClock } from '../DatabaseClock';

interface AnswerRow {
  readonly key: string;
  readonly request: string;
  readonly token: string;
  readonly answer: string | null;
  readonly at: number | string;
}

/** For how long an answer is kept for a repeated request, in milliseconds. */
const ANSWER_LIFE_MS = 24 * 60 * 60 * 1000;
/** After this time whoever was answering is taken to have died. */
const ANSWERING_LIFE_MS = 2 * 60 * 1000;

/**
 * Takes a request to answer it, or gives the answer that it was given before.
 *
 * @returns the token with which {@link keepAnswer} and {@link dropAnswer} know who took it, or the answer
 * @throws ConflictError for another request under the same key, or while the first is still being answered
 */
export async function takeRequest(
  tx: Knex.Transaction,
  clock: DatabaseClock,
  key: string,
  request: string,
): Promise<{ readonly token: string } | { readonly answer: string }> {
  await expired(tx, clock)
    .where({ key: hashOf(key) })
    .delete();
  const token = randomUUID();
  const taken = await tx('environment_answers')
    .insert({
      key: hashOf(key),
      request: hashOf(request),
      token,
      at: clock.now(tx),
    })
    .onConflict('key')
    .ignore()
    .returning('token');
  if (taken.length > 0) {
    return { token };
  }
  const [known] = await tx<AnswerRow>('environment_answers')
    .where({ key: hashOf(key) })
    .limit(1);
  if (known && known.request !== hashOf(request)) {
    throw new ConflictError(
      'The Idempotency-Key was used for another request; take a new one',
    );
  }
  if (!known || known.answer === null) {
    throw new ConflictError(
      'The same request is still being answered; try again in a moment',
    );
  }
  return { answer: known.answer };
}

/** Keeps an answer for whoever asks again. */
export async function keepAnswer(
  knex: Knex,
  clock: DatabaseClock,
  token: string,
  answer: string,
): Promise<void> {
  await knex('environment_answers')
    .where({ token })
    .update({ answer, at: clock.now(knex) });
}

/** Lets a request that failed be tried again. */
export async function dropRequest(knex: Knex, token: string): Promise<void> {
  await knex('environment_answers').where({ token }).delete();
}

/** Forgets the answers that nobody may ask for any more. */
export async function pruneAnswers(
  knex: Knex,
  clock: DatabaseClock,
): Promise<void> {
  await expired(knex, clock).delete();
}

function expired(knex: Knex, clock: DatabaseClock) {
  return knex<AnswerRow>('environment_answers').where(any =>
    any
      .where('at', '<', clock.after(knex, -ANSWER_LIFE_MS))
      .orWhere(dead =>
        dead
          .whereNull('answer')
          .where('at', '<', clock.after(knex, -ANSWERING_LIFE_MS)),
      ),
  );
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
