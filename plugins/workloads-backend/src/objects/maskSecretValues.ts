import {
  isSecretName,
  MASK,
  maskSecretText,
} from '@domaindeck/backstage-plugin-workloads-common';
import { isRecord } from './isRecord';

/** Maps from names to texts that people fill: their names tell what the text is. */
const NAMED_TEXTS = ['annotations', 'data', 'binaryData'];

/**
 * A copy of an object in which the values of environment variables, keys and annotations with a secret's name, and what
 * looks like a secret within any other text, are masked. Names and references stay.
 */
export function maskSecretValues(
  object: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const isNamedValue =
    typeof object.name === 'string' && isSecretName(object.name);
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => {
      if (isNamedValue && key === 'value') {
        return [key, MASK];
      }
      return [
        key,
        NAMED_TEXTS.includes(key) && isRecord(value)
          ? maskNamedTexts(value)
          : maskValue(value),
      ];
    }),
  );
}

function maskNamedTexts(
  texts: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, value]) => [
      name,
      // A key with a line's end is a file: its own lines say what is secret in it.
      isSecretName(name) && !String(value).includes('\n')
        ? MASK
        : maskValue(value),
    ]),
  );
}

function maskValue(value: unknown): unknown {
  if (typeof value === 'string') {
    return maskSecretText(value);
  }
  if (Array.isArray(value)) {
    return value.map(maskValue);
  }
  return isRecord(value) ? maskSecretValues(value) : value;
}
