import {
  durationMs,
  formatDuration,
  ServiceSpecification,
} from '@domaindeck/backstage-plugin-environments-common';
import { Draft, EMPTY_DRAFT } from './draft';

const OWN_KEYS = [
  's',
  'env',
  'start',
  'name',
  'cluster',
  'baseline',
  'size',
  'for',
  'sleep',
  'empty',
  'rewrite',
  'with',
  'why',
];

/** Whether a URL proposes something by itself, beside what it would copy. */
export function proposesSomething(params: URLSearchParams): boolean {
  return OWN_KEYS.some(key => params.has(key));
}

/**
 * Reads a proposal: `s=pricing@5.4.0` a service, `env=pricing:NAME=value` a setting of it (without `=` the setting is
 * removed), `start=notifier:1` its copies, `for=3d` its life. What it does not understand is as if it were not there.
 */
export function readDraft(params: URLSearchParams): Draft {
  const services = params.getAll('s').flatMap(readService);
  for (const text of params.getAll('env')) {
    const match = /^([^:]+):([^=]+)(?:=([\s\S]*))?$/.exec(text);
    const service = services.find(one => one.name === match?.[1]);
    if (match && service) {
      service.env = { ...service.env, [match[2]]: match[3] ?? null };
    }
  }
  for (const text of params.getAll('start')) {
    const match = /^([^:]+):(\d{1,2})$/.exec(text);
    const service = services.find(one => one.name === match?.[1]);
    if (match && service) {
      service.replicas = Number(match[2]);
    }
  }
  const sleep = params.get('sleep');
  return {
    ...EMPTY_DRAFT,
    name: params.get('name') ?? undefined,
    cluster: params.get('cluster') || undefined,
    baseline: params.get('baseline') || undefined,
    size: params.get('size') || undefined,
    life: readSpan(params.get('for')),
    sleep: sleep === 'never' ? 'never' : readSpan(sleep),
    services,
    emptied: params.getAll('empty').filter(Boolean),
    rewrite: params.get('rewrite') === '1',
    collaborators: params.getAll('with').filter(Boolean),
    why: params.get('why') ?? '',
  };
}

/** Writes a draft into a copy of the parameters; what is not chosen is left out, foreign parameters stay as they are. */
export function writeDraft(
  draft: Draft,
  params: URLSearchParams,
): URLSearchParams {
  const next = new URLSearchParams(params);
  OWN_KEYS.forEach(key => next.delete(key));
  const put = (key: string, value: string | undefined) => {
    if (value) {
      next.append(key, value);
    }
  };
  for (const service of draft.services) {
    put('s', writeService(service));
    Object.entries(service.env ?? {}).forEach(([name, value]) =>
      put('env', `${service.name}:${name}${value === null ? '' : `=${value}`}`),
    );
    if (service.replicas !== undefined) {
      put('start', `${service.name}:${service.replicas}`);
    }
  }
  put('name', draft.name);
  put('cluster', draft.cluster);
  put('baseline', draft.baseline);
  put('size', draft.size);
  put('for', writeSpan(draft.life));
  put('sleep', draft.sleep === 'never' ? 'never' : writeSpan(draft.sleep));
  draft.emptied.forEach(name => put('empty', name));
  put('rewrite', draft.rewrite ? '1' : undefined);
  draft.collaborators.forEach(ref => put('with', ref));
  put('why', draft.why);
  return next;
}

function readService(text: string): ServiceSpecification[] {
  const at = text.indexOf('@');
  const name = at < 0 ? text : text.slice(0, at);
  const rest = at < 0 ? '' : text.slice(at + 1);
  if (!name) {
    return [];
  }
  const image = /^image:(.+)$/.exec(rest)?.[1];
  if (image) {
    return [{ name, image }];
  }
  return [rest ? { name, version: rest } : { name }];
}

function writeService(service: ServiceSpecification): string {
  const { name, version, image } = service;
  if (image !== undefined) {
    return `${name}@image:${image}`;
  }
  return version === undefined ? name : `${name}@${version}`;
}

/** `3d`, `8h`, `30m`, or an ISO 8601 duration. */
function readSpan(text: string | null): string | undefined {
  const match = /^(\d{1,4})(d|h|m)$/.exec(text ?? '');
  if (match) {
    const unit = { d: 86_400_000, h: 3_600_000, m: 60_000 }[match[2]] ?? 0;
    return formatDuration(Number(match[1]) * unit);
  }
  return text && durationMs(text) !== undefined ? text : undefined;
}

function writeSpan(duration: string | undefined): string | undefined {
  const ms = durationMs(duration ?? '');
  if (duration === undefined || ms === undefined) {
    return undefined;
  }
  const units = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['m', 60_000],
  ] as const;
  const unit = units.find(([, length]) => ms % length === 0);
  return unit ? `${ms / unit[1]}${unit[0]}` : duration;
}
