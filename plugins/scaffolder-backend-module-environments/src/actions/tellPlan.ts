import { InputError } from '@backstage/errors';
import { Plan } from '@domaindeck/backstage-plugin-environments-common';
import { sentenceOf } from '../access/explainRefusal';
import { AnyContext } from './types';

/**
 * Says in the log of a dry run what would be made and what one should know of it.
 *
 * @throws InputError with every reason when it may not be made
 */
export function tellPlan(
  { logger }: Pick<AnyContext, 'logger'>,
  plan: Plan,
): void {
  const { cost, services, shared, warnings } = plan;
  const own = services.map(({ name, version, replicas }) =>
    [name, version, `x${replicas}`].join(' '),
  );
  logger.info(
    `Would run in ${plan.namespace}, size ${plan.size.name}, until ${
      plan.expiresAt
    }: ${own.join(', ') || 'nothing'}`,
  );
  logger.info(
    `Would take from ${plan.baseline}: ${
      shared.map(one => one.name).join(', ') || 'nothing'
    }`,
  );
  plan.addresses.forEach(({ given, url }) =>
    logger.info(given ? `Would open at ${url}` : `Would not reach ${url}`),
  );
  if (cost) {
    logger.info(`Would cost ${cost.perDay.toFixed(2)} ${cost.currency} a day`);
  }
  plan.pendingSecrets.forEach(({ name }) =>
    logger.info(`Would ask for the values of the secret ${name}`),
  );
  const blocks = warnings.filter(one => one.severity === 'block');
  warnings
    .filter(one => one.severity !== 'block')
    .forEach(one => logger.warn(sentenceOf(one)));
  if (blocks.length > 0) {
    throw new InputError(blocks.map(sentenceOf).join('\n'));
  }
}
