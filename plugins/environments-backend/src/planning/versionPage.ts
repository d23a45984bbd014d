import {
  VersionChoice,
  VersionPage,
} from '@domaindeck/backstage-plugin-environments-common';
import { VersionsQuery } from './types';

/** All versions of a service, the newest first. */
export interface AllVersions {
  readonly branches: readonly VersionChoice[];
  readonly tags: readonly VersionChoice[];
  readonly registry: VersionPage['registry'];
}

/** The kind that is asked for, or the one that says more. */
export function kindOf(
  { kind }: Pick<VersionsQuery, 'kind'>,
  { branches }: { readonly branches: readonly unknown[] },
): VersionPage['kind'] {
  return kind ?? (branches.length > 0 ? 'branch' : 'tag');
}

/** Whether a version is one of those that are searched. */
export function isFound(
  { version, where = '' }: Pick<VersionChoice, 'version' | 'where'>,
  text: string | undefined,
): boolean {
  const searched = (text ?? '').trim().toLowerCase();
  return [version, where].some(one => one.toLowerCase().includes(searched));
}

/** The part of them that is asked for. */
export function versionPage(
  query: Pick<VersionsQuery, 'kind' | 'text' | 'offset' | 'limit'>,
  all: AllVersions,
): VersionPage {
  const kind = kindOf(query, all);
  const found = (kind === 'branch' ? all.branches : all.tags).filter(one =>
    isFound(one, query.text),
  );
  const end = query.offset + query.limit;
  return {
    kind,
    items: found.slice(query.offset, end),
    total: found.length,
    branches: all.branches.length,
    tags: all.tags.length,
    ...(end < found.length ? { nextCursor: String(end) } : {}),
    registry: all.registry,
  };
}
