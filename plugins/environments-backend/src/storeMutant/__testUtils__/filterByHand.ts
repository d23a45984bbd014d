import { RecordFilter, StoredEnvironment } from '../types';

/** What a filter of records means, said once more and without a database. */
export function filterByHand(
  filter: RecordFilter,
  environment: Omit<StoredEnvironment, 'version' | 'wish'>,
): boolean {
  if ('allOf' in filter) {
    return filter.allOf.every(part => filterByHand(part, environment));
  }
  if ('anyOf' in filter) {
    return filter.anyOf.some(part => filterByHand(part, environment));
  }
  if ('not' in filter) {
    return !filterByHand(filter.not, environment);
  }
  if ('collaborators' in filter) {
    return filter.collaborators.some(ref =>
      environment.collaborators.includes(ref),
    );
  }
  const value = environment[filter.field];
  return value !== undefined && filter.values.includes(value);
}
