import {
  DriftChange,
  ServiceSpecification,
  Specification,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  at,
  isObject,
  KubernetesObject,
  maskSetting,
  objectKey,
  stableJson,
  versionOf,
} from '../../objects';
import { getAt, Path } from './paths';
import { Place, placesOf } from './placesOf';

/** Longest value that is shown; what is longer is cut. */
const SHOWN = 2000;

/** The sides of one object; each may be missing. */
export interface Sides {
  readonly then?: KubernetesObject;
  readonly now?: KubernetesObject;
  readonly desired?: KubernetesObject;
  readonly live?: KubernetesObject;
  readonly dryRun?: KubernetesObject;
}

/** A difference with its place. */
export interface PlacedChange {
  readonly change: DriftChange;
  readonly object: string;
  readonly path: Path;
}

/** The differences of one object, each by who moved. */
export function compareObject(
  sides: Sides,
  asked: ServiceSpecification | undefined,
  overrides: Specification['configOverrides'],
): PlacedChange[] {
  const any = (sides.then ?? sides.now ?? sides.desired)!;
  return distinctPlaces(sides).flatMap((place): PlacedChange[] => {
    const then = getAt(sides.then, place.path);
    const now = getAt(sides.now, place.path);
    const desired = getAt(sides.desired, place.path);
    const live = getAt(sides.live, place.path);
    // What the environment decides for itself is no difference unless somebody asked for it.
    const moved = sides.now !== undefined && differ(then, now);
    const byHand = handEdited(place, sides, desired, live);
    const edited = byHand || isAsked(place, any, asked, overrides);
    if (!moved && !(edited && differ(then, byHand ? live : desired))) {
      return [];
    }
    const yours = byHand ? live : desired;
    const state = stateOf(moved, edited);
    return [
      {
        object: objectKey(any),
        path: place.path,
        change: {
          id: `${objectKey(any)}#${JSON.stringify(place.path)}`,
          what: place.what,
          name: place.name,
          ...text('then', place, then),
          ...text('now', place, now),
          ...text('yours', place, place.what === 'resources' ? then : yours),
          state,
          proposed: state === 'baseline-moved',
          ...(byHand ? changedBy(sides.live) : {}),
        },
      },
    ];
  });
}

function distinctPlaces(sides: Sides): Place[] {
  const places = new Map<string, Place>();
  for (const side of [sides.then, sides.now, sides.desired, sides.live]) {
    for (const place of side ? placesOf(side) : []) {
      const key = JSON.stringify(place.path);
      if (!places.has(key)) {
        places.set(key, place);
      }
    }
  }
  return [...places.values()];
}

/**
 * Against the answer of a dry apply everything that the server fills in is equal. What somebody added beside our fields
 * is in that answer too, so that settings are compared by their names as well.
 */
function handEdited(
  place: Place,
  sides: Sides,
  desired: unknown,
  live: unknown,
): boolean {
  if (!sides.live || !sides.desired) {
    return false;
  }
  const added = desired === undefined && live !== undefined;
  if (added) {
    return place.what === 'setting' || place.what === 'config';
  }
  if (sides.dryRun) {
    return differ(getAt(sides.dryRun, place.path), live);
  }
  return desired !== undefined && !contains(live, desired);
}

/** Whether everything wanted is there; the server may have added to it. */
function contains(live: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(live) &&
      live.length === wanted.length &&
      wanted.every((one, index) => contains(live[index], one))
    );
  }
  if (isObject(wanted)) {
    return (
      isObject(live) &&
      Object.entries(wanted).every(([field, value]) =>
        contains(live[field], value),
      )
    );
  }
  return live === wanted;
}

function isAsked(
  place: Place,
  object: KubernetesObject,
  asked: ServiceSpecification | undefined,
  overrides: Specification['configOverrides'],
): boolean {
  switch (place.what) {
    case 'version':
      return asked?.version !== undefined || asked?.image !== undefined;
    case 'setting':
      return Object.hasOwn(
        asked?.env ?? {},
        place.path[place.path.length - 1].slice(1, -1),
      );
    case 'config':
      return Object.hasOwn(
        overrides?.[object.metadata.name] ?? {},
        place.path[place.path.length - 1],
      );
    default:
      return false;
  }
}

function stateOf(moved: boolean, edited: boolean): DriftChange['state'] {
  if (moved && edited) {
    return 'both';
  }
  return moved ? 'baseline-moved' : 'edited';
}

function differ(a: unknown, b: unknown): boolean {
  return stableJson(a) !== stableJson(b);
}

function text(
  side: 'then' | 'now' | 'yours',
  place: Place,
  value: unknown,
): Partial<Record<'then' | 'now' | 'yours', string>> {
  return value === undefined
    ? {}
    : { [side]: shown(place, value).slice(0, SHOWN) };
}

function shown(place: Place, value: unknown): string {
  if (place.what === 'version') {
    return versionOf(String(value));
  }
  if (place.what === 'setting') {
    const secret = at(value, 'valueFrom', 'secretKeyRef');
    const config = at(value, 'valueFrom', 'configMapKeyRef');
    const from = secret ?? config;
    if (from) {
      return `${String(at(from, 'name'))}/${String(at(from, 'key'))}`;
    }
    return maskSetting(place.name, String(at(value, 'value') ?? ''));
  }
  return maskSetting(
    place.what === 'config' ? place.name.split('/').slice(1).join('/') : '',
    typeof value === 'string' ? value : stableJson(value),
  );
}

/** Who wrote the object last beside us. */
function changedBy(
  live: KubernetesObject | undefined,
): Pick<DriftChange, 'changedBy'> {
  const managers = at(live?.metadata, 'managedFields');
  const others = (Array.isArray(managers) ? managers : []).filter(
    one =>
      at(one, 'manager') !== 'domaindeck' &&
      at(one, 'subresource') === undefined,
  );
  const last = others
    .map(one => ({
      manager: String(at(one, 'manager')),
      time: String(at(one, 'time') ?? ''),
    }))
    .sort((a, b) => (a.time < b.time ? 1 : -1))[0];
  return last ? { changedBy: last.manager } : {};
}
