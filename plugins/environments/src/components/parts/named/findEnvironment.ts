import { NotFoundError } from '@backstage/errors';
import { EnvironmentsApi } from '@domaindeck/backstage-plugin-environments-common';

/** Names of one domain are few; more of them hold another within them only by chance. */
const MOST = 100;

/**
 * The id of the environment that a URL names. People read and write names; an id is taken too, because links of other
 * tools may hold it.
 *
 * @throws NotFoundError when there is none that the caller may view
 */
export async function findEnvironment(
  api: Pick<EnvironmentsApi, 'getEnvironments' | 'getEnvironment'>,
  domain: string,
  name: string,
  signal: AbortSignal,
): Promise<string> {
  const { items } = await api.getEnvironments(
    { domain, q: name, limit: MOST },
    { signal },
  );
  const named = items.filter(one => one.name === name);
  const living = named.find(one => one.state !== 'gone') ?? named[0];
  if (living) {
    return living.id;
  }
  const record = await api.getEnvironment(name, { signal });
  if (record.domain !== domain) {
    throw new NotFoundError('It belongs to another domain');
  }
  return record.id;
}
