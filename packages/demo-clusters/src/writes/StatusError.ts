import { ResourceType, qualifiedResource } from '../model/ResourceType';

/** What a Status says about the object that it is about. */
export interface StatusDetails {
  readonly name?: string;
  readonly group?: string;
  readonly kind?: string;
  readonly uid?: string;
  readonly causes?: readonly StatusCause[];
  readonly retryAfterSeconds?: number;
}

/** One of the things that are wrong. */
export interface StatusCause {
  readonly reason?: string;
  readonly message: string;
  readonly field?: string;
}

/** A refusal with the Status body that the real server gives for it; the texts are the server's own. */
export class StatusError extends Error {
  readonly code: number;
  readonly reason: string | undefined;
  readonly details: StatusDetails | undefined;
  /** With an expired token: one that goes on with what there is now. */
  readonly continueWith: string | undefined;

  private constructor(
    code: number,
    reason: string | undefined,
    message: string,
    details: StatusDetails | undefined,
    continueWith?: string,
  ) {
    super(message);
    this.name = 'StatusError';
    this.code = code;
    this.reason = reason;
    this.details = details;
    this.continueWith = continueWith;
  }

  static of(
    code: number,
    reason: string | undefined,
    message: string,
    details?: StatusDetails,
  ): StatusError {
    return new StatusError(code, reason, message, details);
  }

  static badRequest(message: string): StatusError {
    return StatusError.of(400, 'BadRequest', message);
  }

  static unauthorized(): StatusError {
    return StatusError.of(401, 'Unauthorized', 'Unauthorized');
  }

  /** What admission refuses. */
  static forbidden(
    type: ResourceType,
    name: string,
    message: string,
    causes?: readonly StatusCause[],
  ): StatusError {
    return StatusError.of(
      403,
      'Forbidden',
      `${qualifiedResource(type)} "${name}" is forbidden: ${message}`,
      { ...detailsOf(type, name), ...(causes && { causes }) },
    );
  }

  static notFound(type: ResourceType, name: string): StatusError {
    return StatusError.of(
      404,
      'NotFound',
      `${qualifiedResource(type)} "${name}" not found`,
      detailsOf(type, name),
    );
  }

  static unknownResource(): StatusError {
    return StatusError.of(
      404,
      'NotFound',
      'the server could not find the requested resource',
      {},
    );
  }

  static methodNotAllowed(): StatusError {
    return StatusError.of(
      405,
      'MethodNotAllowed',
      'the server does not allow this method on the requested resource',
      {},
    );
  }

  static alreadyExists(type: ResourceType, name: string): StatusError {
    return StatusError.of(
      409,
      'AlreadyExists',
      `${qualifiedResource(type)} "${name}" already exists`,
      detailsOf(type, name),
    );
  }

  static conflict(
    type: ResourceType,
    name: string,
    cause: string,
  ): StatusError {
    return StatusError.of(
      409,
      'Conflict',
      `Operation cannot be fulfilled on ${qualifiedResource(
        type,
      )} "${name}": ${cause}`,
      detailsOf(type, name),
    );
  }

  static invalid(
    kind: { readonly kind: string; readonly group: string },
    name: string,
    field: string,
    reason: string,
    message: string,
  ): StatusError {
    const qualifiedKind = kind.group ? `${kind.kind}.${kind.group}` : kind.kind;
    return StatusError.of(
      422,
      'Invalid',
      `${qualifiedKind} "${name}" is invalid: ${field}: ${message}`,
      {
        ...(name && { name }),
        ...(kind.group && { group: kind.group }),
        ...(kind.kind && { kind: kind.kind }),
        causes: [{ reason, message, field }],
      },
    );
  }

  /** For a watch or a list from a forgotten revision. */
  static expired(message: string): StatusError {
    return StatusError.of(410, 'Expired', message);
  }

  /** For a continue token whose moment is forgotten; the other token continues at the same place in the present. */
  static expiredContinue(continueWith: string): StatusError {
    return new StatusError(
      410,
      'Expired',
      'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.',
      undefined,
      continueWith,
    );
  }

  toJSON(): Record<string, unknown> {
    return {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: this.continueWith ? { continue: this.continueWith } : {},
      status: 'Failure',
      message: this.message,
      ...(this.reason && { reason: this.reason }),
      ...(this.details && { details: this.details }),
      code: this.code,
    };
  }
}

function detailsOf(type: ResourceType, name: string): StatusDetails {
  return {
    name,
    ...(type.group && { group: type.group }),
    kind: type.resource,
  };
}
