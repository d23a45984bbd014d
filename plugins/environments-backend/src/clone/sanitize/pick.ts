/** The named fields of an object that it has. */
export function pick(
  object: unknown,
  fields: readonly string[],
): Record<string, unknown> {
  const given = (object ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    fields
      .filter(field => given[field] !== undefined && given[field] !== null)
      .map(field => [field, given[field]]),
  );
}
