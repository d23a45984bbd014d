import { z } from 'zod';
import { RegistryError } from './RegistryError';
import { RegistryAnswer } from './RegistryHttp';

/**
 * @param who - the start of the message
 * @throws RegistryError for what is no JSON, or other JSON
 */
export function readJson<T>(
  who: string,
  { body }: RegistryAnswer,
  schema: z.ZodType<T>,
): T {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    value = undefined;
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    throw new RegistryError(
      'not-a-registry',
      `${who} does not answer as a registry does`,
    );
  }
  return parsed.data;
}
