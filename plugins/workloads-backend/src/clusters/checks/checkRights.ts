import { CheckItem } from '@domaindeck/backstage-plugin-workloads-common';
import { ClusterConnection } from '@domaindeck/backstage-plugin-workloads-node';
import { NeededRule } from '../NeededRule';

const REVIEWS = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';

type Answer = 'allowed' | 'denied' | 'unknown';

/** One verb on a rule's resource, on one object where the rule names them. */
interface Question {
  readonly verb: string;
  readonly name?: string;
}

async function ask(
  connection: ClusterConnection,
  rule: NeededRule,
  { verb, name }: Question,
  signal: AbortSignal,
): Promise<Answer> {
  const [resource, subresource] = rule.resource.split('/');
  const response = await connection.post(
    REVIEWS,
    {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectAccessReview',
      spec: {
        resourceAttributes: {
          ...(rule.namespace ? { namespace: rule.namespace } : {}),
          group: rule.group,
          resource,
          verb,
          ...(subresource ? { subresource } : {}),
          ...(name ? { name } : {}),
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

function questionsOf({ verbs, names }: NeededRule): Question[] {
  return verbs.flatMap<Question>(
    verb => names?.map(name => ({ verb, name })) ?? [{ verb }],
  );
}

function quoted(words: readonly string[]): string {
  return words.map(word => JSON.stringify(word)).join(', ');
}

function fixFor({
  namespace,
  group,
  resource,
  verbs,
  names,
}: NeededRule): string {
  return [
    namespace
      ? `# Add to the rules of a Role of the portal's account in the namespace ${namespace}`
      : "# Add to the rules of the ClusterRole of the portal's account",
    `- apiGroups: [${quoted([group])}]`,
    `  resources: [${quoted([resource])}]`,
    ...(names ? [`  resourceNames: [${quoted(names)}]`] : []),
    `  verbs: [${quoted(verbs)}]`,
    '',
  ].join('\n');
}

function whatOf({ namespace, group, resource, verbs }: NeededRule): string {
  const deed =
    verbs.length > 1
      ? `read and watch ${resource}`
      : `${verbs.join()} ${resource}`;
  const place = namespace ? ` in ${namespace}` : '';
  return `May ${deed}${group ? ` (${group})` : ''}${place}`;
}

/**
 * Asks the cluster whether our credential has a rule, in its namespace or in all of them.
 *
 * @throws ClusterError when the cluster does not answer.
 */
export async function checkRights(
  connection: ClusterConnection,
  rule: NeededRule,
  signal: AbortSignal,
): Promise<CheckItem> {
  const { resource } = rule;
  const item = { id: `rights.${resource}`, what: whatOf(rule) };
  const missing = new Set<string>();
  for (const question of questionsOf(rule)) {
    const answer = await ask(connection, rule, question, signal);
    if (answer === 'unknown') {
      return {
        ...item,
        outcome: 'unknown',
        message: 'The cluster does not say what our credential may do',
        cause: { code: 'rights.untold' },
      };
    }
    if (answer === 'denied') {
      missing.add(question.verb);
    }
  }
  if (missing.size === 0) {
    return { ...item, outcome: 'ok' };
  }
  const verbs = [...missing].join(', ');
  return {
    ...item,
    outcome: 'missing',
    message: `Our credential may not ${verbs} ${resource}; what hangs on them is not shown`,
    cause: { code: 'rights.missing', params: { verbs, resource } },
    fix: fixFor(rule),
  };
}
