import { VersionCheck } from '..';
import { planOf } from '../__testUtils__/planCase';

function versionWarnings(check: VersionCheck | undefined) {
  const { plan } = planOf('voting', [{ name: 'result', version: 'after' }], {
    input: check ? { versions: { result: check } } : {},
  });
  const [service] = plan.services;
  return {
    foundIn: service.foundIn,
    creatable: plan.creatable,
    warnings: plan.warnings
      .filter(one => one.code.startsWith('version'))
      .map(({ code, message, parts }) => ({ code, message, parts })),
  };
}

describe('versions that are asked for', () => {
  it('are refused when they are not there', () => {
    expect(versionWarnings({ state: 'missing' })).toEqual({
      foundIn: undefined,
      creatable: false,
      warnings: [
        {
          code: 'version-missing',
          message: 'There is no version after of result.',
          parts: { service: 'result', version: 'after' },
        },
      ],
    });
  });

  it('are told by who has them', () => {
    expect(
      versionWarnings({ state: 'exists', foundIn: 'registry' }),
    ).toMatchObject({ foundIn: 'registry', creatable: true, warnings: [] });
    // What was taken before was not asked for again.
    expect(versionWarnings({ state: 'exists' }).foundIn).toBeUndefined();
  });

  it('are marked with the reason when they cannot be checked', () => {
    expect(versionWarnings(undefined).warnings).toEqual([
      {
        code: 'version-unchecked',
        message:
          'Version after of result cannot be checked: no registry is configured for it.',
        parts: { service: 'result', version: 'after', problem: 'no-registry' },
      },
    ]);
    expect(
      versionWarnings({
        state: 'unchecked',
        problem: 'timeout',
        host: 'registry.example.com',
      }),
    ).toMatchObject({
      creatable: true,
      warnings: [
        {
          message:
            'Version after of result cannot be checked: its registry registry.example.com does not answer in time.',
          parts: { problem: 'timeout', host: 'registry.example.com' },
        },
      ],
    });
  });
});
