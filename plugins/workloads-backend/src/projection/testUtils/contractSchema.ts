import { readFileSync } from 'fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { parse } from 'yaml';
import { z } from 'zod';

/** A schema of the HTTP contract by its name, as something that checks values. */
export function contractSchema(name: string): z.ZodType {
  const text = readFileSync(
    resolvePackagePath(
      '@domaindeck/backstage-plugin-workloads-backend',
      'src/schema/openapi.yaml',
    ),
    'utf8',
  );
  const { schemas } = parse(
    text.replaceAll('#/components/schemas/', '#/$defs/'),
  ).components;
  return z.fromJSONSchema({ $ref: `#/$defs/${name}`, $defs: schemas });
}
