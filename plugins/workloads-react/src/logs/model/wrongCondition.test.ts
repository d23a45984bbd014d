import { wrongCondition } from './wrongCondition';

describe('wrongCondition', () => {
  it('reads which expression is wrong, and where', () => {
    expect(
      wrongCondition(
        'include[0]: the expression "time(out" is wrong at position 5: this bracket is never closed',
      ),
    ).toEqual({
      kind: 'has',
      place: 0,
      position: 5,
      reason: 'this bracket is never closed',
    });
    expect(
      wrongCondition(
        'exclude[2]: the expression "a "b" is wrong at position 1: \n[" is wrong at position 2: nothing closes it',
      ),
    ).toMatchObject({ kind: 'not', place: 2, position: 2 });
  });

  it('leaves other sentences alone', () => {
    expect(
      wrongCondition('The range is reversed: let it begin before it ends'),
    ).toBeUndefined();
  });
});
