import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { pluginApis } from './pluginApis';

const URL_ASKED = 'http://localhost/api/workloads/entities';

describe('pluginApis', () => {
  const asked = jest.fn<Promise<Response>, Parameters<typeof fetch>>();
  const apisOf = (onBehalfOf?: ReturnType<typeof mockCredentials.user>) =>
    pluginApis({
      auth: mockServices.auth({ pluginId: 'access' }),
      discovery: mockServices.discovery(),
      fetch: asked,
      plugin: 'workloads',
      onBehalfOf,
    });
  const headerOf = (call: number, name: string) =>
    new Headers(asked.mock.calls[call][1]?.headers).get(name);

  beforeEach(() => {
    asked.mockReset();
    asked.mockResolvedValue(new Response());
  });

  it('asks in the name of the plugin that asks', async () => {
    await apisOf().fetchApi.fetch(URL_ASKED, { headers: { accept: 'a/b' } });
    expect(headerOf(0, 'authorization')).toBe(
      mockCredentials.service.header({
        onBehalfOf: mockCredentials.service('plugin:access'),
        targetPluginId: 'workloads',
      }),
    );
    expect(headerOf(0, 'accept')).toBe('a/b');
  });

  it('asks in the name of somebody, with a token of its own for each request', async () => {
    const person = mockCredentials.user('user:default/one');
    const { fetchApi } = apisOf(person);
    await fetchApi.fetch(URL_ASKED);
    await fetchApi.fetch(URL_ASKED);
    for (const call of [0, 1]) {
      expect(headerOf(call, 'authorization')).toBe(
        mockCredentials.service.header({
          onBehalfOf: person,
          targetPluginId: 'workloads',
        }),
      );
    }
  });
});
