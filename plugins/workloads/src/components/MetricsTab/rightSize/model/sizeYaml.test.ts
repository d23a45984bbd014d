import { parse } from 'yaml';
import { ResourceSize } from './rightSize';
import { sizeYaml } from './sizeYaml';

const MIB = 2 ** 20;
const seen = { p50: 1, p95: 1, max: 1 };

describe('sizeYaml', () => {
  it('writes what a manifest takes, with the limit that stays', () => {
    const cpu: ResourceSize = {
      resource: 'cpu',
      ...seen,
      suggested: { request: 0.55, trial: false },
    };
    const memory: ResourceSize = {
      resource: 'memory',
      ...seen,
      limit: 768 * MIB,
      suggested: { request: 576 * MIB, trial: false },
    };
    expect(parse(sizeYaml({ cpu, memory, pods: 1, span: 1 }))).toEqual({
      resources: {
        requests: { cpu: '550m', memory: '576Mi' },
        limits: { memory: '768Mi' },
      },
    });
    expect(parse(sizeYaml({ cpu, pods: 1, span: 1 }))).toEqual({
      resources: { requests: { cpu: '550m' } },
    });
  });
});
