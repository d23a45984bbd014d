import { refusal, ScriptedApi } from './__testUtils__/ScriptedApi';
import { probeGuard } from './probeGuard';

const PATH =
  'PATCH(apply) /api/v1/namespaces/default/configmaps/domaindeck-guard';

describe('probeGuard', () => {
  it.each([
    ['missing', { body: { metadata: { name: 'domaindeck-guard' } } }],
    [
      'installed',
      refusal(
        403,
        'Forbidden',
        `configmaps "domaindeck-guard" is forbidden: ValidatingAdmissionPolicy 'domaindeck-environments' with binding 'domaindeck-environments' denied request: no`,
      ),
    ],
    ['unknown', refusal(403, 'Forbidden', 'User "portal" cannot patch')],
  ])('finds it %s, and only tries', async (state, answer) => {
    const api = new ScriptedApi({ [PATH]: answer });
    expect(await probeGuard(api.driver)).toBe(state);
    expect(api.requests).toEqual([expect.stringContaining('&dryRun=All')]);
  });

  it('does not guess where the cluster does not answer', async () => {
    const api = new ScriptedApi({
      [PATH]: refusal(503, 'Unavailable', 'wait'),
    });
    await expect(probeGuard(api.driver)).rejects.toThrow('wait');
  });
});
