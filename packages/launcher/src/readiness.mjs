/** How long the portal has to answer, in milliseconds. */
const LIMIT_MS = 240_000;
const PAUSE_MS = 300;

/** A request counts as unanswered after this, in milliseconds; the first bundle of the app takes long. */
const REQUEST_LIMIT_MS = 120_000;

/**
 * Waits until a visitor would see something: the app's page is served, somebody can sign in (so the catalog holds its
 * people), the demo's domain is there, and the clusters are listed.
 *
 * @param groups - processes that must not end meanwhile
 */
export async function waitUntilReady({ appUrl, backendUrl, groups }) {
  const until = Date.now() + LIMIT_MS;
  await Promise.all([
    keepTrying(until, groups, () => answers(`${appUrl}/`)),
    keepTrying(until, groups, async () => {
      const token = await signIn(backendUrl);
      const headers = { authorization: `Bearer ${token}` };
      await answers(
        `${backendUrl}/api/catalog/entities/by-name/domain/default/payments`,
        headers,
      );
      await answers(`${backendUrl}/api/workloads/clusters`, headers);
    }),
  ]);
}

async function signIn(backendUrl) {
  const response = await answers(`${backendUrl}/api/auth/demoPeople/refresh`, {
    'x-demo-person': 'user:default/dev-one',
  });
  const session = await response.json();
  return session.backstageIdentity.token;
}

async function answers(url, headers = {}) {
  const response = await fetch(url, {
    headers,
    signal: AbortSignal.timeout(REQUEST_LIMIT_MS),
  });
  if (!response.ok) {
    throw new Error(`${url} answers ${response.status}`);
  }
  return response;
}

/**
 * Backstage's development server outlives a backend that crashed and waits for a change of its code. Node's last line
 * about an uncaught error tells.
 */
function hasCrashed(group) {
  return /^Node\.js v\d+/m.test(group.tail);
}

async function keepTrying(until, groups, attempt) {
  for (;;) {
    const dead = groups.find(group => !group.running || hasCrashed(group));
    if (dead) {
      throw new Error(`The ${dead.name} ended:\n${dead.tail}`);
    }
    try {
      await attempt();
      return;
    } catch (error) {
      if (Date.now() > until) {
        const parts = groups.map(group => `--- ${group.name}\n${group.tail}`);
        const why = `The portal did not answer within ${LIMIT_MS / 1000} s`;
        throw new Error([`${why}: ${error.message}`, ...parts].join('\n'));
      }
    }
    await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
  }
}
