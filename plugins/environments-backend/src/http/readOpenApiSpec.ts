import { readFile } from 'node:fs/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { parse } from 'yaml';

/** The document as the validating router takes it. */
export type OpenApiSpec = Parameters<typeof createValidatedOpenApiRouter>[0];

/** Reads the HTTP contract from the package, where it is shipped as it is written. */
export async function readOpenApiSpec(): Promise<OpenApiSpec> {
  const path = resolvePackagePath(
    '@domaindeck/backstage-plugin-environments-backend',
    'src/schema/openapi.yaml',
  );
  return parse(await readFile(path, 'utf8')) as OpenApiSpec;
}
