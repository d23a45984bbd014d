import { Response } from 'express';

/** Aborts when the caller has gone before the answer was complete. */
export function signalOf(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  return controller.signal;
}
