/** What somebody asks for who may not do something. */
export interface AccessRequest {
  /** Words of the reader's language, in this order. */
  readonly labels: {
    readonly title: string;
    readonly person: string;
    readonly domain: string;
    readonly environment: string;
    readonly role: string;
    readonly action: string;
    readonly reason: string;
    readonly link: string;
  };
  readonly person: string;
  readonly domain: string;
  readonly environment: string;
  readonly role: string;
  readonly action: string;
  readonly link: string;
}

/** The request as it is copied for a chat or a ticket; the reason is left to the person. */
export function requestText(request: AccessRequest): string {
  const { labels } = request;
  return [
    labels.title,
    `${labels.person}: ${request.person}`,
    `${labels.domain}: ${request.domain}`,
    `${labels.environment}: ${request.environment}`,
    `${labels.role}: ${request.role}`,
    `${labels.action}: ${request.action}`,
    `${labels.reason}: `,
    `${labels.link}: ${request.link}`,
  ].join('\n');
}
