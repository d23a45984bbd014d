import {
  Specification,
  VersionChoice,
} from '@domaindeck/backstage-plugin-environments-common';
import { Baseline, VersionCheck } from '../clone';

/** Knows which versions of services there are. */
export interface VersionSource {
  /** By service, for those of the specification that name a version or an image. */
  check(
    specification: Specification,
    baseline: Baseline,
    signal?: AbortSignal,
  ): Promise<Readonly<Record<string, VersionCheck>>>;
  /** What may be chosen beside the baseline's own, newest first, by service. */
  choices(
    domainRef: string,
    baseline: Baseline,
    signal?: AbortSignal,
  ): Promise<Readonly<Record<string, readonly VersionChoice[]>>>;
}
