import { RightSize, ResourceSize } from './rightSize';

const MIB = 2 ** 20;

/** The values that are suggested, as the manifest of a container has them; a limit that stays is among them. */
export function sizeYaml({ cpu, memory }: RightSize): string {
  const lines = (pick: (size: ResourceSize) => number | undefined) =>
    [cpu, memory].flatMap(size => {
      const value = size && pick(size);
      return size && value !== undefined
        ? [`    ${size.resource}: ${quantityOf(size.resource, value)}`]
        : [];
    });
  const requests = lines(({ suggested }) => suggested.request);
  const limits = lines(({ suggested, limit }) => suggested.limit ?? limit);
  return [
    'resources:',
    ...(requests.length > 0 ? ['  requests:', ...requests] : []),
    ...(limits.length > 0 ? ['  limits:', ...limits] : []),
    '',
  ].join('\n');
}

function quantityOf(resource: ResourceSize['resource'], value: number): string {
  return resource === 'cpu'
    ? `${Math.round(value * 1000)}m`
    : `${Math.round(value / MIB)}Mi`;
}
