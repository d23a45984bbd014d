import {
  DriftChange,
  EnvironmentDrift,
  ResyncRequest,
  ServiceDrift,
} from '@domaindeck/backstage-plugin-environments-common';

/** Names one change among all of an environment. */
export function changeKey(service: string, change: DriftChange): string {
  return `${service} ${change.id}`;
}

/** Changes of one service that can be taken; what only the reader changed is not among them. */
export function takeable(service: ServiceDrift): readonly DriftChange[] {
  return service.changes.filter(
    one => one.state === 'baseline-moved' || one.state === 'both',
  );
}

/** Services in which the baseline moved. */
export function movedServices(
  drift: EnvironmentDrift,
): readonly ServiceDrift[] {
  return drift.services.filter(one => takeable(one).length > 0);
}

/** What is ticked unless told: what the backend proposes, never what both changed. */
export function proposedKeys(drift: EnvironmentDrift): ReadonlySet<string> {
  return new Set(
    movedServices(drift).flatMap(service =>
      takeable(service)
        .filter(one => one.proposed)
        .map(one => changeKey(service.service, one)),
    ),
  );
}

/** The request that takes what is ticked. */
export function resyncOf(
  drift: EnvironmentDrift,
  chosen: ReadonlySet<string>,
): ResyncRequest {
  return {
    revision: drift.revision,
    changes: movedServices(drift).flatMap(({ service, ...rest }) =>
      takeable({ service, ...rest })
        .filter(one => chosen.has(changeKey(service, one)))
        .map(one => ({ service, id: one.id })),
    ),
  };
}
