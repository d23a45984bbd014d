import { ServiceSpecification } from '@domaindeck/backstage-plugin-environments-common';
import { Draft } from './draft';

/** Takes services along, at the baseline's version. */
export function takeServices(draft: Draft, names: readonly string[]): Draft {
  const taken = draft.services.map(one => one.name);
  const added = [...new Set(names)].filter(name => !taken.includes(name));
  return {
    ...draft,
    services: [...draft.services, ...added.map(name => ({ name }))],
  };
}

/** Leaves a service out. */
export function leaveService(draft: Draft, name: string): Draft {
  return {
    ...draft,
    services: draft.services.filter(one => one.name !== name),
  };
}

/** Takes or leaves a service. */
export function toggleService(draft: Draft, name: string): Draft {
  return draft.services.some(one => one.name === name)
    ? leaveService(draft, name)
    : takeServices(draft, [name]);
}

/** Takes an empty copy of a store, or shares it. */
export function toggleStore(draft: Draft, name: string): Draft {
  return {
    ...draft,
    emptied: draft.emptied.includes(name)
      ? draft.emptied.filter(one => one !== name)
      : [...draft.emptied, name],
  };
}

/** Changes one chosen service; a field that is undefined is left out. */
export function changeService(
  draft: Draft,
  name: string,
  part: Partial<Omit<ServiceSpecification, 'name'>>,
): Draft {
  return {
    ...draft,
    services: draft.services.map(one =>
      one.name === name ? withoutUndefined({ ...one, ...part }) : one,
    ),
  };
}

/** What people typed as a version: a tag, or a whole image where it has a path or a digest. */
export function readVersion(
  typed: string,
): Pick<ServiceSpecification, 'version' | 'image'> {
  const text = typed.trim();
  if (text === '') {
    return { version: undefined, image: undefined };
  }
  return /[/@]|:\d*[A-Za-z]/.test(text)
    ? { version: undefined, image: text }
    : { version: text, image: undefined };
}

function withoutUndefined(service: ServiceSpecification): ServiceSpecification {
  const entries = Object.entries(service).filter(
    ([, value]) => value !== undefined,
  );
  return Object.fromEntries(entries) as ServiceSpecification;
}
