import { StatusError } from '../writes/StatusError';

/** Does something that the server may refuse; gives the refusal, or undefined when it was done. */
export function refusalOf(action: () => void): StatusError | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    if (error instanceof StatusError) {
      return error;
    }
    throw error;
  }
}
