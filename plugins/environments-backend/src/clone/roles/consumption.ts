import { KubernetesObject } from '../../objects';
import { plainName, Setting } from '../settings';
import { Relations } from '../types';

/** Where messages come from. */
const BROKER =
  /(^|_)(KAFKA|RABBIT(MQ)?|AMQP|ROCKETMQ|PULSAR|NATS|SQS|PUBSUB|ACTIVEMQ|JMS|STOMP|MQTT|SERVICEBUS|EVENTHUBS?|KINESIS|SPRING_CLOUD_STREAM|CELERY|SIDEKIQ|BULL)(_|$)/;
const BROKER_VALUE = /\b(amqps?|nats|pulsar|mqtt|stomp|kafka):\/\//i;

/** What only somebody has who takes messages. */
const CONSUMER =
  /(^|_)(GROUP(_?ID)?|CONSUMERS?|CONSUMER_GROUP|QUEUES?(_NAME|_URL)?|SUBSCRIPTIONS?|SUBSCRIBE|LISTENERS?|WORKERS?|PREFETCH)(_|$)/;

/** Names of those that live from messages, as people call them. */
const CONSUMER_NAME =
  /(^|-)(queue|worker|consumer|listener|subscriber|processor|notifier|handler|sink|sidekiq|celery|resque|scheduler|cron)s?(-|$)/;

/** Commands of programs that take work out of a queue, whatever carries it; pages that only watch one are none. */
const CONSUMER_COMMAND =
  /\b(sidekiq|celery\b(?!.{0,200}\bflower\b).{0,200}\b(worker|beat)|resque(?![-_]web)|rqworker|rq worker|dramatiq|arq|huey_consumer|faktory|artisan horizon|jobs:work|queue:(work|listen)|schedule:(work|run)|messenger:consume|good_job|delayed_job|airflow (scheduler|triggerer))\b/;

/** How surely a workload takes messages. */
export interface Consumption {
  readonly level: 'no' | 'possible' | 'yes';
  /** Names of settings that tell its group, queue or subscription: another value keeps it off the baseline's messages. */
  readonly groupSettings: readonly string[];
}

/**
 * Judges whether a workload takes messages. One that speaks with a broker and has no Service lives from messages; one
 * with a group or queue of its own does too, and what is called or started like a worker.
 *
 * @param served - whether a Service leads to it
 */
export function consumptionOf(
  workload: KubernetesObject,
  settings: readonly Setting[],
  relations: Relations,
  served: boolean,
): Consumption {
  const { name } = workload.metadata;
  const fed = relations.edges.some(
    edge => edge.kind === 'messages' && edge.to === name,
  );
  const speaks = settings.some(
    setting =>
      BROKER.test(plainName(setting.name)) ||
      BROKER_VALUE.test(setting.value ?? ''),
  );
  const groupSettings = speaks
    ? [
        ...new Set(
          settings
            .filter(setting => CONSUMER.test(plainName(setting.name)))
            .map(setting => setting.name),
        ),
      ]
    : [];
  const words = settings
    .filter(setting => setting.from === 'argument')
    .map(setting => setting.value)
    .join(' ');
  if (
    fed ||
    CONSUMER_COMMAND.test(words) ||
    // Nobody calls it, so that what it does comes from elsewhere: a queue, a table, a list in a cache.
    (!served && CONSUMER_NAME.test(name)) ||
    (speaks &&
      (groupSettings.length > 0 || !served || CONSUMER_NAME.test(name)))
  ) {
    return { level: 'yes', groupSettings };
  }
  return { level: speaks ? 'possible' : 'no', groupSettings };
}
