import { readFileSync } from 'fs';
import { resolve } from 'path';
import { parse } from 'yaml';
import { z } from 'zod';

/** A schema of the HTTP contract by its name, as something that checks values. */
export function contractSchema(name: string): z.ZodType {
  const text = readFileSync(
    resolve(__dirname, '../../schema/openapi.yaml'),
    'utf8',
  );
  const { schemas } = parse(
    text.replaceAll('#/components/schemas/', '#/$defs/'),
  ).components;
  return z.fromJSONSchema({ $ref: `#/$defs/${name}`, $defs: schemas });
}
