/** Asks a stock portal as the guest that it lets in. */
export async function fetchAsGuest(
  backendUrl: string,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  const session = await fetch(`${backendUrl}/api/auth/guest/refresh`);
  const { backstageIdentity } = (await session.json()) as {
    backstageIdentity: { token: string };
  };
  return fetch(`${backendUrl}${path}`, {
    ...init,
    headers: {
      ...init.headers,
      authorization: `Bearer ${backstageIdentity.token}`,
    },
  });
}
