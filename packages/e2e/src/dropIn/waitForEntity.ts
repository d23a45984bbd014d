import { fetchAsGuest } from './fetchAsGuest';

const PAUSE_MS = 500;

/**
 * Waits until the catalog of a stock portal holds an entity, asking as the guest that it lets in.
 * @param limit - milliseconds
 * @throws when it does not come; the message holds the last answer
 */
export async function waitForEntity(
  backendUrl: string,
  path: string,
  limit: number,
): Promise<void> {
  const until = Date.now() + limit;
  for (;;) {
    const answer = await statusOf(
      backendUrl,
      `/api/catalog/entities/by-name/${path}`,
    );
    if (answer === 200) {
      return;
    }
    if (Date.now() > until) {
      throw new Error(`The catalog has no ${path}; it answers ${answer}`);
    }
    await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
  }
}

/** The status, or why there is none. */
async function statusOf(
  backendUrl: string,
  path: string,
): Promise<number | string> {
  try {
    const response = await fetchAsGuest(backendUrl, path);
    await response.body?.cancel();
    return response.status;
  } catch (error) {
    return String(error);
  }
}
