import { isRecord, Problems } from './Problems';

const FIELDS = ['name', 'version', 'image', 'env', 'replicas'];
const MAX_REPLICAS = 20;

/** A tag as registries take it. */
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
/** A reference: path of small letters, maybe a registry with a port before it, then a tag or a digest. */
const IMAGE =
  /^(?:[A-Za-z0-9.-]+(?::\d+)?\/)?[a-z0-9]+(?:[._/-]+[a-z0-9]+)*(?::[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?(?:@sha256:[a-f0-9]{64})?$/;
/** What the API server takes as the name of a variable. */
const VARIABLE = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;

/** Judges the services of a specification. */
export function checkServices(problems: Problems, services: unknown): void {
  if (services === undefined) {
    problems.add('services', 'missing', '"services" is missing.');
    return;
  }
  const seen = new Set<string>();
  problems.list('services', services, (path, service) => {
    if (!isRecord(service)) {
      problems.add(
        path,
        'not-an-object',
        'A service is an object with a name.',
      );
      return;
    }
    problems.unknownFields(path, service, FIELDS);
    problems.text(`${path}.name`, service.name);
    if (typeof service.name === 'string') {
      if (seen.has(service.name)) {
        problems.add(
          `${path}.name`,
          'twice',
          `"${service.name}" is chosen twice.`,
        );
      }
      seen.add(service.name);
    }
    checkImage(problems, path, service);
    checkReplicas(problems, `${path}.replicas`, service.replicas);
    checkEnv(problems, `${path}.env`, service.env);
  });
}

function checkImage(
  problems: Problems,
  path: string,
  service: Record<string, unknown>,
): void {
  const { version, image } = service;
  if (version !== undefined && image !== undefined) {
    problems.add(
      `${path}.image`,
      'version-and-image',
      'Give either a version or a whole image.',
    );
  }
  if (
    version !== undefined &&
    (typeof version !== 'string' || !TAG.test(version))
  ) {
    problems.add(
      `${path}.version`,
      'not-a-version',
      `"${String(
        version,
      )}" cannot be a tag: it takes letters, digits, dots, dashes and underscores, 128 at most.`,
    );
  }
  if (
    image !== undefined &&
    (typeof image !== 'string' || !IMAGE.test(image))
  ) {
    problems.add(
      `${path}.image`,
      'not-an-image',
      `"${String(
        image,
      )}" is not an image such as registry.example/team/app:1.2.3.`,
    );
  }
}

function checkReplicas(problems: Problems, path: string, value: unknown): void {
  if (
    value !== undefined &&
    !(
      Number.isInteger(value) &&
      Number(value) >= 0 &&
      Number(value) <= MAX_REPLICAS
    )
  ) {
    problems.add(
      path,
      'replicas-range',
      `"${String(value)}" is not a whole number from 0 to ${MAX_REPLICAS}.`,
    );
  }
}

function checkEnv(problems: Problems, path: string, value: unknown): void {
  if (isRecord(value)) {
    for (const name of Object.keys(value).filter(key => !VARIABLE.test(key))) {
      problems.add(
        `${path}.${name}`,
        'not-a-variable',
        `"${name}" cannot be the name of a setting: it takes letters, digits, dots, dashes and underscores and starts with no digit.`,
      );
    }
  }
  problems.map(path, value, (place, one) => {
    if (typeof one !== 'string' && one !== null) {
      problems.add(place, 'not-a-text', 'Expected a text, or null to remove.');
    }
  });
}
