import { LABEL_STORE } from '@domaindeck/backstage-plugin-environments-common';
import { at, KubernetesObject, parseImage, podTemplateOf } from '../../objects';
import { Relations } from '../types';

/** Programs that keep data or carry messages, by the last part of their image's path. */
const STORES =
  /^(bitnami-)?(postgres(ql)?(-ha)?|postgis|timescaledb(-ha)?|cockroach|mysql(-server)?|mariadb(-galera)?|percona[\w-]*|mongo(db|-community)?|redis(-cluster|-stack|-stack-server)?|valkey|keydb|dragonfly|memcached|cassandra|scylla|kafka|cp-kafka|redpanda|zookeeper|cp-zookeeper|rabbitmq|activemq[\w-]*|artemis|nats(-streaming)?|pulsar|rocketmq|emqx|mosquitto|elasticsearch|opensearch|solr|clickhouse[\w-]*|influxdb|minio|etcd|couchdb|couchbase|neo4j|arangodb|mssql-server|server|oracle[\w-]*|tidb|tikv|pd|vault)$/;

/** Images whose last part says nothing without the one before. */
const NEEDS_PATH: Readonly<Record<string, RegExp>> = {
  server: /mssql|sql-?server|mssql\/server$/,
  pd: /pingcap/,
};

/** Ports that nothing else listens on: of an image of one's own that is built on such a program. */
const STORE_PORTS = [
  1433, 1521, 2181, 3306, 5432, 5672, 6379, 9042, 9092, 9200, 11211, 26257,
  27017,
];

/** Programs that carry messages. */
const BROKERS =
  /^(bitnami-)?(kafka|cp-kafka|redpanda|rabbitmq|activemq[\w-]*|artemis|nats(-streaming)?|pulsar|rocketmq|emqx|mosquitto)$/;

/**
 * Whether a workload keeps data: by its label, by what the catalog says, by its image, or as a StatefulSet with volumes
 * of its own.
 */
export function isStore(
  workload: KubernetesObject,
  relations: Relations,
): boolean {
  const label = workload.metadata.labels?.[LABEL_STORE];
  if (label !== undefined) {
    return label === 'true';
  }
  const { name } = workload.metadata;
  if (relations.edges.some(edge => edge.kind === 'data' && edge.to === name)) {
    return true;
  }
  const claims = at(workload, 'spec', 'volumeClaimTemplates');
  return (
    programs(workload).some(one => one.store || one.port) ||
    (workload.kind === 'StatefulSet' &&
      Array.isArray(claims) &&
      claims.length > 0)
  );
}

/** Whether a workload carries messages between others. */
export function isBroker(workload: KubernetesObject): boolean {
  return programs(workload).some(one => one.broker);
}

function programs(
  workload: KubernetesObject,
): { store: boolean; broker: boolean; port: boolean }[] {
  const containers = podTemplateOf(workload)?.spec.containers ?? [];
  // Only the first: a sidecar that caches makes no store of an application.
  return containers.slice(0, 1).map(container => {
    const { repository } = parseImage(container.image ?? '');
    const last = repository.slice(repository.lastIndexOf('/') + 1);
    const path = NEEDS_PATH[last];
    return {
      store: STORES.test(last) && (!path || path.test(repository)),
      broker: BROKERS.test(last),
      port: (container.ports ?? []).some(one =>
        STORE_PORTS.includes(one.containerPort),
      ),
    };
  });
}
