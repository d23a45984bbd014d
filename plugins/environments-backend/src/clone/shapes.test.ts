import { faultsOf } from './__testUtils__/faultsOf';
import { planInput } from './__testUtils__/planCase';
import { SHAPES, shapeOf } from './__testUtils__/shapes';
import { planEnvironment } from './planEnvironment';
import { serviceOptions } from './serviceOptions';

describe.each(SHAPES)('an application shaped like %s', name => {
  const baseline = shapeOf(name);
  const names = serviceOptions(baseline, { known: false, edges: [] })
    .services.filter(one => one.cloneable)
    .map(one => one.name);
  const faults = (chosen: readonly string[], rewriteAddresses: boolean) =>
    faultsOf(
      baseline,
      planEnvironment(
        planInput(
          baseline,
          chosen.map(one => ({ name: one })),
          { specification: { rewriteAddresses } },
        ),
      ),
    );

  it.each([true, false])(
    'has sound plans, addresses led here: %s',
    rewriteAddresses => {
      const choices = [
        ...names.map(one => [one]),
        ...names.map((one, index) => [one, names[(index + 1) % names.length]]),
        names,
      ].map(choice => [...new Set(choice)]);
      const found = choices.map(choice => ({
        choice,
        faults: faults(choice, rewriteAddresses),
      }));
      expect(found.filter(one => one.faults.length > 0)).toEqual([]);
    },
  );
});
