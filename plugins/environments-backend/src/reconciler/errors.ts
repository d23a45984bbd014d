import { WaitReason } from '@domaindeck/backstage-plugin-environments-common';

/** A step cannot go on whatever is tried again; the message says what is wrong and what to do. */
export class StoppedError extends Error {
  readonly reason: WaitReason;
  readonly service: string | undefined;

  constructor(reason: WaitReason, service?: string) {
    super(reason.message);
    this.name = 'StoppedError';
    this.reason = reason;
    this.service = service;
  }
}
