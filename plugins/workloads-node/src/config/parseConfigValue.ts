import { InputError } from '@backstage/errors';
import { z } from 'zod';

/** Writes a path the way that Backstage's config does: `a.b[0].c`. */
function configKey(root: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (key, part) =>
      typeof part === 'number' ? `${key}[${part}]` : `${key}.${String(part)}`,
    root,
  );
}

function describe(root: string, issue: z.core.$ZodIssue): string[] {
  const at = configKey(root, issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(
      key => `${at}.${key} is not a known key; check its spelling or remove it`,
    );
  }
  return [`${at}: ${issue.message}`];
}

/**
 * Checks a plain config value against a schema.
 *
 * @param key - where the value stands in the config, for the error
 * @throws InputError that names every wrong key by its full path.
 */
export function parseConfigValue<T>(
  schema: z.ZodType<T>,
  value: unknown,
  key: string,
): T {
  const result = schema.safeParse(value);
  if (result.success) {
    return result.data;
  }
  const lines = result.error.issues.flatMap(issue => describe(key, issue));
  throw new InputError(`Wrong configuration: ${lines.join('; ')}`);
}
