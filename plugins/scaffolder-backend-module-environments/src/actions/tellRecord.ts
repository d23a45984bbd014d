import {
  environmentEntityName,
  environmentPagePath,
  EnvironmentRecord,
} from '@domaindeck/backstage-plugin-environments-common';
import { ActionOptions, AnyContext } from './types';

/** The page of an environment in the portal. */
export function pageOf(
  environment: { readonly domain: string; readonly name: string },
  { portalUrl }: Pick<ActionOptions, 'portalUrl'>,
): string {
  return `${portalUrl}${environmentPagePath(environment)}`;
}

/** Gives later steps what they may need of an environment. */
export function tellRecord(
  ctx: Pick<AnyContext, 'output'>,
  record: EnvironmentRecord,
  options: Pick<ActionOptions, 'portalUrl'>,
): void {
  ctx.output('id', record.id);
  ctx.output('name', record.name);
  ctx.output('state', record.state);
  ctx.output('expiresAt', record.expiresAt);
  ctx.output('url', pageOf(record, options));
  ctx.output(
    'entityRef',
    `resource:default/${environmentEntityName(record.id)}`,
  );
  ctx.output(
    'addresses',
    Array.from(record.addresses, ({ service, url }) => ({ service, url })),
  );
}
