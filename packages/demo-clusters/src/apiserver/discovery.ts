import { ResourceType, apiVersionOf } from '../model/ResourceType';
import { resourceTypes } from '../model/resourceTypes';

/** What `/version` says beside the constants. */
export interface ServerVersion {
  /** Such as `v1.36.3`. */
  readonly gitVersion: string;
}

const STORED_VERBS = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
  'watch',
];

/** The documents that tell a client what is served, by path; undefined for any other path. */
export function discoveryDocument(
  path: string,
  version: ServerVersion,
  serverAddress: string,
): Record<string, unknown> | undefined {
  const [root, group, groupVersion, ...beyond] = path
    .split('/')
    .filter(Boolean);
  if (beyond.length > 0) {
    return undefined;
  }
  if (path === '/version') {
    return versionDocument(version);
  }
  if (path === '/api') {
    return {
      kind: 'APIVersions',
      versions: ['v1'],
      serverAddressByClientCIDRs: [{ clientCIDR: '0.0.0.0/0', serverAddress }],
    };
  }
  if (path === '/apis') {
    return {
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: groupNames().map(groupDocument),
    };
  }
  if (root === 'api' && groupVersion === undefined) {
    return resourceList('', group);
  }
  if (root === 'apis' && groupVersion === undefined) {
    return groupNames().includes(group)
      ? { kind: 'APIGroup', apiVersion: 'v1', ...groupDocument(group) }
      : undefined;
  }
  return root === 'apis' ? resourceList(group, groupVersion) : undefined;
}

function versionDocument(version: ServerVersion) {
  const [, major, minor] = /^v(\d+)\.(\d+)/.exec(version.gitVersion) ?? [];
  return {
    major: major ?? '',
    minor: minor ?? '',
    gitVersion: version.gitVersion,
    gitCommit: '',
    gitTreeState: 'clean',
    buildDate: '1970-01-01T00:00:00Z',
    goVersion: '',
    compiler: '',
    platform: 'linux/amd64',
  };
}

function groupNames(): string[] {
  return [...new Set(resourceTypes.map(type => type.group))].filter(Boolean);
}

function groupDocument(name: string) {
  const versions = [
    ...new Set(
      resourceTypes
        .filter(type => type.group === name)
        .map(type => type.version),
    ),
  ].map(version => ({ groupVersion: `${name}/${version}`, version }));
  return { name, versions, preferredVersion: versions[0] };
}

function resourceList(
  group: string,
  version: string,
): Record<string, unknown> | undefined {
  const types = resourceTypes.filter(
    type => type.group === group && type.version === version,
  );
  if (types.length === 0) {
    return undefined;
  }
  return {
    kind: 'APIResourceList',
    ...(group && { apiVersion: 'v1' }),
    groupVersion: apiVersionOf(types[0]),
    resources: types.flatMap(resourceRows),
  };
}

function verbsOf({ nature, resource }: ResourceType): string[] {
  if (nature === 'review') {
    return ['create'];
  }
  return STORED_VERBS.filter(
    verb => verb !== 'deletecollection' || resource !== 'namespaces',
  );
}

function resourceRows(type: ResourceType) {
  const row = {
    name: type.resource,
    singularName: type.singular,
    namespaced: type.namespaced,
    kind: type.kind,
    verbs: verbsOf(type),
    ...(type.shortNames.length > 0 && { shortNames: type.shortNames }),
  };
  const status = {
    name: `${type.resource}/status`,
    singularName: '',
    namespaced: type.namespaced,
    kind: type.kind,
    verbs: ['get', 'patch', 'update'],
  };
  const log = {
    name: `${type.resource}/log`,
    singularName: '',
    namespaced: true,
    kind: type.kind,
    verbs: ['get'],
  };
  return [
    row,
    ...(type.kind === 'Pod' ? [log] : []),
    ...(type.hasStatus ? [status] : []),
  ];
}
