import { StatusError } from '../../writes/StatusError';
import { KubernetesObject } from '../../model/KubernetesObject';
import { hashOf, timestamp } from '../../store/identity';
import { ControllerContext, PlannedEvent } from '../ControllerContext';

/** As on a real server, an event is kept for an hour after it was last seen. */
export const EVENT_LIFETIME_MS = 3_600_000;

/** The scheduler writes events of the newer form, which have neither first nor last time. */
const NEW_FORM_SOURCES = ['default-scheduler'];

/** An event as it is kept. */
export interface StoredEvent extends KubernetesObject {
  lastTimestamp: string | null;
  eventTime: string | null;
  count?: number;
}

/** Writes events, counts up those that happen again, and lets them expire. */
export class EventRecorder {
  private constructor() {}

  static create(): EventRecorder {
    return new EventRecorder();
  }

  /** As with the real recorders, an event that the server refuses is lost: whoever tells goes on with its work. */
  tell(
    context: ControllerContext,
    about: KubernetesObject,
    event: PlannedEvent,
  ): void {
    try {
      this.#record(context, about, event);
    } catch (error) {
      if (!(error instanceof StatusError)) {
        throw error;
      }
    }
  }

  #record(
    context: ControllerContext,
    about: KubernetesObject,
    event: PlannedEvent,
  ): void {
    if (context.now < context.visibleFrom - EVENT_LIFETIME_MS) {
      return;
    }
    const { name, uid, resourceVersion } = about.metadata;
    const namespace = about.metadata.namespace ?? 'default';
    const identity = `${uid}/${event.reason}/${event.message}`;
    const eventName = `${name}.${hashOf(identity).toString(16)}`;
    const at = timestamp(context.now);
    const known = context.get<StoredEvent>('v1', 'Event', namespace, eventName);
    if (known) {
      context.update({
        ...known,
        lastTimestamp: known.eventTime ? null : at,
        count: (known.count ?? 1) + 1,
      });
      return;
    }
    const isNewForm = NEW_FORM_SOURCES.includes(event.source);
    context.create({
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: eventName, namespace },
      involvedObject: {
        kind: about.kind,
        ...(about.metadata.namespace && { namespace }),
        name,
        uid,
        apiVersion: about.apiVersion,
        resourceVersion,
        ...(event.container && {
          fieldPath: `spec.containers{${event.container}}`,
        }),
      },
      reason: event.reason,
      message: event.message,
      source: isNewForm ? {} : { component: event.source },
      firstTimestamp: isNewForm ? null : at,
      lastTimestamp: isNewForm ? null : at,
      eventTime: isNewForm ? `${at.slice(0, -1)}.000000Z` : null,
      ...(isNewForm ? { action: 'Binding' } : { count: 1 }),
      type: event.type,
      reportingComponent: event.source,
      reportingInstance: '',
    });
  }

  /** Removes an event whose time is over. */
  reconcile(context: ControllerContext, event: StoredEvent): void {
    const lastSeen =
      event.lastTimestamp ??
      event.eventTime ??
      event.metadata.creationTimestamp ??
      '';
    const expiresAt = Date.parse(lastSeen) + EVENT_LIFETIME_MS;
    if (expiresAt <= context.now) {
      context.remove(event);
    } else {
      context.wakeAt(event, expiresAt);
    }
  }
}
