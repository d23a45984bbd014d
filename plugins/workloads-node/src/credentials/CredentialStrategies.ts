import { ConflictError } from '@backstage/errors';
import { AuthenticationStrategy } from '@backstage/plugin-kubernetes-node';
import { CredentialsExtensionPoint } from './credentialsExtensionPoint';
import { builtInProviders } from './builtInProviders';

/**
 * Collects the strategies that modules add.
 * @public
 */
export class CredentialStrategies implements CredentialsExtensionPoint {
  readonly #strategies = new Map<string, AuthenticationStrategy>();

  /** Starts empty. */
  static create(): CredentialStrategies {
    return new CredentialStrategies();
  }

  private constructor() {}

  /** {@inheritDoc CredentialsExtensionPoint.addStrategy} */
  addStrategy(provider: string, strategy: AuthenticationStrategy): void {
    if (this.#strategies.has(provider) || builtInProviders.has(provider)) {
      throw new ConflictError(
        `A credential strategy for the auth provider "${provider}" exists already; add yours under another name and set it as workloads.clusters.<name>.auth.authProvider`,
      );
    }
    this.#strategies.set(provider, strategy);
  }

  /** The strategy of a provider; undefined when no module added one. */
  get(provider: string): AuthenticationStrategy | undefined {
    return this.#strategies.get(provider);
  }
}
