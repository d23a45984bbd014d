import { sortTags } from './sortTags';

describe('sortTags', () => {
  it('puts releases in their order, the newest first', () => {
    expect(
      sortTags([
        '5.2.1',
        'v5.10.0',
        '5.9.0-rc.2',
        '5.9.0-rc.10',
        '5.9.0',
        '5.9.0-night.3',
        '5',
        '5.2',
        '4.0.0.12',
        '4.0.0.9',
        '99999999999999999999.1.0',
        '5.9.0-rc',
      ]).tags,
    ).toEqual([
      '99999999999999999999.1.0',
      'v5.10.0',
      '5.9.0',
      '5.9.0-rc.10',
      '5.9.0-rc.2',
      '5.9.0-rc',
      '5.9.0-night.3',
      '5.2.1',
      '5.2',
      '5',
      '4.0.0.12',
      '4.0.0.9',
    ]);
  });

  it('takes what is neither release nor commit for a branch, and leaves out what is attached to images', () => {
    const sorted = sortTags([
      'latest',
      'main',
      'feat-night-fares',
      'fix-123',
      'fix-124',
      'feat-x-1a2b3c4',
      'feat-x-9f8e7d6',
      'feat-y-20260101',
      'feat-y-20260301',
      'sha-1a2b3c4',
      'deadbeef0',
      `sha256-${'a'.repeat(64)}.sig`,
      `sha256-${'a'.repeat(64)}`,
    ]);
    expect(sorted).toEqual({
      branches: [
        { branch: 'feat-night-fares', candidates: ['feat-night-fares'] },
        {
          branch: 'feat-x',
          candidates: ['feat-x-1a2b3c4', 'feat-x-9f8e7d6'],
        },
        { branch: 'feat-y', candidates: ['feat-y-20260301'] },
        // Two tickets are two branches.
        { branch: 'fix-123', candidates: ['fix-123'] },
        { branch: 'fix-124', candidates: ['fix-124'] },
        { branch: 'main', candidates: ['main'] },
      ],
      tags: ['latest', 'deadbeef0', 'sha-1a2b3c4'],
    });
  });

  it('splits tags as the company builds them', () => {
    const pattern = /^\d+\.\d+\.\d+-(?<branch>[a-z-]+)\.(?<build>\d+)$/;
    expect(
      sortTags(
        ['5.4.0-night-fares.9', '5.4.0-night-fares.10', '5.4.0', 'main'],
        pattern,
      ),
    ).toEqual({
      branches: [
        { branch: 'main', candidates: ['main'] },
        { branch: 'night-fares', candidates: ['5.4.0-night-fares.10'] },
      ],
      tags: ['5.4.0'],
    });
  });

  it('sorts thousands without holding up anybody', () => {
    const tags = Array.from({ length: 10_000 }, (_, index) =>
      index % 3 === 0
        ? `feat-${index % 500}-${(index + 0x1000000).toString(16)}`
        : `${index % 7}.${(index * 7919) % 1000}.${index}-rc.${index % 9}`,
    );
    const began = performance.now();
    const sorted = sortTags(tags);
    expect(performance.now() - began).toBeLessThan(500);
    expect(sorted.tags).toHaveLength(6_666);
  });
});
