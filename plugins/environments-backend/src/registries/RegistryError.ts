import { RegistryProblem } from './types';

/**
 * A registry did not say what it was asked. The message is for the log: it names the registry and what went wrong, never
 * a credential or what the registry sent.
 */
export class RegistryError extends Error {
  readonly problem: RegistryProblem;
  /** Milliseconds for which the registry wants not to be asked; only of `rate-limited`. */
  readonly waitMs?: number;

  constructor(problem: RegistryProblem, message: string, waitMs?: number) {
    super(message);
    this.name = 'RegistryError';
    this.problem = problem;
    this.waitMs = waitMs;
  }
}
