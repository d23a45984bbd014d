import { fetchAsGuest } from './fetchAsGuest';

const PAUSE_MS = 1_000;

/**
 * Has the guest make an environment of payments in a stock portal.
 *
 * @param limit - milliseconds until the guest has to have been told something
 * @returns titles of the guest's notifications
 */
export async function makeEnvironment(
  backendUrl: string,
  name: string,
  limit: number,
): Promise<readonly string[]> {
  const made = await fetchAsGuest(
    backendUrl,
    '/api/environments/environments',
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        name,
        domain: 'domain:default/payments',
        cluster: 'dev-1',
        size: 'S',
        expiresIn: 'PT8H',
        services: [{ name: 'pricing' }],
      }),
    },
  );
  if (!made.ok) {
    throw new Error(`It is not made: ${await made.text()}`);
  }
  const until = Date.now() + limit;
  for (;;) {
    const answer = await fetchAsGuest(
      backendUrl,
      '/api/notifications/notifications',
    );
    const { notifications } = (await answer.json()) as {
      notifications: readonly { payload: { title: string } }[];
    };
    if (notifications.length > 0 || Date.now() > until) {
      return notifications.map(one => one.payload.title);
    }
    await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
  }
}
