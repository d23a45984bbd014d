import { KubernetesValidatorFunctions } from '@backstage/catalog-model';
import { entityNameOf } from './entityNameOf';

describe('entityNameOf', () => {
  it('keeps what the catalog takes, and makes the rest fit without mixing up two', () => {
    expect(entityNameOf('prod-sh_1.eu')).toBe('prod-sh_1.eu');
    const hard = [
      'arn:aws:eks:eu-west-1:123:cluster/prod',
      'arn:aws:eks:eu-west-1:123:cluster-prod',
      '上海',
      '吉隆坡',
      '-',
      'a'.repeat(64),
      `${'a'.repeat(64)}b`,
    ];
    const names = hard.map(entityNameOf);
    expect(
      names.filter(
        name => !KubernetesValidatorFunctions.isValidObjectName(name),
      ),
    ).toEqual([]);
    expect(new Set(names).size).toBe(hard.length);
    expect(names[0]).toMatch(
      /^arn-aws-eks-eu-west-1-123-cluster-prod-[0-9a-f]{8}$/,
    );
  });
});
