import { CheckItem } from '@domaindeck/backstage-plugin-workloads-common';
import { ClusterConnection } from '@domaindeck/backstage-plugin-workloads-node';

const REVIEWS = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';

/** Reading one object live, reading all, and being told of changes. */
const VERBS = ['get', 'list', 'watch'] as const;

/** A resource of the API with its group. */
export interface CheckedResource {
  readonly group: string;
  readonly resource: string;
}

type Answer = 'allowed' | 'denied' | 'unknown';

async function ask(
  connection: ClusterConnection,
  checked: CheckedResource,
  verb: string,
  signal: AbortSignal,
): Promise<Answer> {
  const response = await connection.post(
    REVIEWS,
    {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectAccessReview',
      spec: {
        resourceAttributes: {
          group: checked.group,
          resource: checked.resource,
          verb,
        },
      },
    },
    { signal },
  );
  if (response.status >= 300) {
    response.body.destroy();
    return 'unknown';
  }
  const review = (await response.body.json()) as {
    status?: { allowed?: unknown };
  } | null;
  return review?.status?.allowed === true ? 'allowed' : 'denied';
}

function fixFor({ group, resource }: CheckedResource): string {
  return [
    "# Add to the rules of the ClusterRole of the portal's account",
    `- apiGroups: ["${group}"]`,
    `  resources: ["${resource}"]`,
    `  verbs: [${VERBS.map(verb => `"${verb}"`).join(', ')}]`,
    '',
  ].join('\n');
}

/**
 * Asks the cluster what our credential may do with a resource in all namespaces.
 *
 * @throws ClusterError when the cluster does not answer.
 */
export async function checkRights(
  connection: ClusterConnection,
  checked: CheckedResource,
  signal: AbortSignal,
): Promise<CheckItem> {
  const { group, resource } = checked;
  const item = {
    id: `rights.${resource}`,
    what: `May read and watch ${resource}${group ? ` (${group})` : ''}`,
  };
  const missing: string[] = [];
  for (const verb of VERBS) {
    const answer = await ask(connection, checked, verb, signal);
    if (answer === 'unknown') {
      return {
        ...item,
        outcome: 'unknown',
        message: 'The cluster does not say what our credential may do',
      };
    }
    if (answer === 'denied') {
      missing.push(verb);
    }
  }
  if (missing.length === 0) {
    return { ...item, outcome: 'ok' };
  }
  return {
    ...item,
    outcome: 'missing',
    message: `Our credential may not ${missing.join(
      ', ',
    )} ${resource}; what hangs on them is not shown`,
    fix: fixFor(checked),
  };
}
