import {
  VersionPage,
  VersionsQuery,
} from '@domaindeck/backstage-plugin-environments-common';
import { EnvironmentsWorld } from './EnvironmentsWorld';
import { forbidden, notFound } from './fakeErrors';

/** A page of what the world has of a service. */
export function fakeVersions(
  world: EnvironmentsWorld,
  query: VersionsQuery,
): VersionPage {
  if (world.role === 'viewer') {
    throw forbidden(
      'You may view cluster "dev-1", but not "env-create"; the role "developer" has it; ask group:default/payments-platform, who owns the domain',
    );
  }
  const option = world.services.find(one => one.name === query.service);
  if (!option) {
    throw notFound();
  }
  const listed = ['complete', 'partial'].includes(world.registry.state);
  const all = option.versions.filter(
    one =>
      one.version !== option.version &&
      (listed || one.source === 'environment'),
  );
  const branches = all.filter(one => one.source === 'branch');
  const tags = all.filter(one => one.source !== 'branch');
  const kind = query.kind ?? (branches.length > 0 ? 'branch' : 'tag');
  const text = (query.q ?? '').toLocaleLowerCase('en-US');
  const found = (kind === 'branch' ? branches : tags).filter(one =>
    `${one.version} ${one.where ?? ''}`.includes(text),
  );
  const from = Number(query.cursor ?? 0);
  const to = from + (query.limit ?? 50);
  return {
    kind,
    items: found.slice(from, to),
    total: found.length,
    branches: branches.length,
    tags: tags.length,
    ...(to < found.length ? { nextCursor: String(to) } : {}),
    registry: world.registry,
  };
}
