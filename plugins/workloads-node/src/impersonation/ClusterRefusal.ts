import { NotAllowedError } from '@backstage/errors';

/** The API server's own sentence, unchanged since RBAC came. */
const FORBIDDEN =
  /User "([^"]*)" cannot (\S+) resource "([^"]+)" in API group "([^"]*)"(?: in the namespace "([^"]*)")?/;

/**
 * The cluster itself refused what the portal asked in somebody's name: a right is missing there, not in the portal.
 *
 * It keeps its parent's name, by which Backstage's error handler chooses the status (403).
 * @public
 */
export class ClusterRefusal extends NotAllowedError {
  readonly cluster: string;
  /** The user whom the cluster saw. */
  readonly user: string;
  /** The cluster's verb, such as `create`. */
  readonly verb: string;
  /** Plural, with the part below it, such as `pods/exec`. */
  readonly resource: string;
  /** Empty for the group without a name. */
  readonly group: string;
  /** Absent for what lives in no namespace. */
  readonly namespace?: string;

  /**
   * Reads the Status object of a 403.
   *
   * @returns undefined where it is no refusal of a right, such as an admission policy's
   */
  static fromStatus(
    cluster: string,
    status: unknown,
  ): ClusterRefusal | undefined {
    const text = (status as { message?: unknown } | null)?.message;
    const found = typeof text === 'string' ? FORBIDDEN.exec(text) : null;
    if (!found) {
      return undefined;
    }
    const [, user, verb, resource, group, namespace] = found;
    return new ClusterRefusal(cluster, {
      user,
      verb,
      resource,
      group,
      namespace,
    });
  }

  private constructor(
    cluster: string,
    refused: {
      user: string;
      verb: string;
      resource: string;
      group: string;
      namespace?: string;
    },
  ) {
    const { user, verb, resource, group, namespace } = refused;
    super(
      `Cluster ${cluster} does not let "${user}" ${verb} ${resource}${
        group ? ` (${group})` : ''
      }${
        namespace ? ` in namespace ${namespace}` : ''
      }; whoever keeps its RBAC can allow it`,
    );
    this.cluster = cluster;
    this.user = user;
    this.verb = verb;
    this.resource = resource;
    this.group = group;
    this.namespace = namespace;
  }
}
