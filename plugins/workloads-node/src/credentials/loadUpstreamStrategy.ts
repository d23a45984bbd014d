import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { AuthenticationStrategy } from '@backstage/plugin-kubernetes-node';

/**
 * Makes one of upstream's strategies.
 *
 * Its package brings the SDKs of three clouds: over a second of start-up and 84 MB on a small machine. Therefore it is
 * imported when the first cluster needs it, and never where service accounts do.
 */
export async function loadUpstreamStrategy(
  provider: string,
  config: Config,
  logger: LoggerService,
): Promise<AuthenticationStrategy> {
  const upstream = await import('@backstage/plugin-kubernetes-backend');
  switch (provider) {
    case 'aws':
      return new upstream.AwsIamStrategy({ config });
    case 'azure':
      return new upstream.AzureIdentityStrategy(logger);
    case 'googleServiceAccount':
      return new upstream.GoogleServiceAccountStrategy({ config });
    default:
      throw new InputError(`Upstream has no strategy for "${provider}"`);
  }
}
