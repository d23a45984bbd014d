import {
  EnvironmentWarning,
  Severity,
  WarningCode,
  WayOut,
} from '@domaindeck/backstage-plugin-environments-common';

type Parts = Record<string, string | number | readonly string[]>;

/**
 * A warning. `{name}` in the sentence stands for a part, so that texts in any language are made of the same.
 */
export function warningOf(
  code: WarningCode,
  severity: Severity,
  sentence: string,
  parts: Parts = {},
  wayOut?: WayOut,
): EnvironmentWarning {
  const given = Object.fromEntries(
    Object.entries(parts).map(([name, value]) => [
      name,
      typeof value === 'object' ? [...value] : value,
    ]),
  );
  return {
    code,
    severity,
    message: sentence.replace(/\{(\w+)\}/g, (whole, name) =>
      Object.hasOwn(given, name) ? textOf(given[name]) : whole,
    ),
    parts: given,
    ...(typeof given.service === 'string' ? { service: given.service } : {}),
    ...(wayOut ? { wayOut } : {}),
  };
}

function textOf(value: string | number | string[]): string {
  if (!Array.isArray(value)) {
    return String(value);
  }
  return value.length < 2
    ? value.join('')
    : `${value.slice(0, -1).join(', ')} and ${value[value.length - 1]}`;
}
