import {
  ServiceSpecification,
  VersionChoice,
  VersionKind,
  VersionPage,
} from '@domaindeck/backstage-plugin-environments-common';
import { Baseline, VersionCheck } from '../clone';

/** Versions that somebody asks for. */
export interface VersionQuestion {
  /** Full reference of a domain. */
  readonly domain: string;
  readonly baseline: Baseline;
  readonly services: readonly ServiceSpecification[];
}

/** Whether the caller may know of a place. */
export type SeesPlace = (ref: string) => boolean;

/** Versions to choose from. */
export interface VersionsQuery {
  /** Full reference of a domain. */
  readonly domain: string;
  readonly baseline: Baseline;
  readonly service: string;
  readonly sees: SeesPlace;
  /** Branches where there are any, else tags, when absent. */
  readonly kind?: VersionKind;
  /** Contained in the version or the branch. */
  readonly text?: string;
  readonly offset: number;
  readonly limit: number;
}

/** Knows which versions of services there are. */
export interface VersionSource {
  /** By service, for those that name a version or an image. What could not be found out is said, never thrown. */
  check(
    question: VersionQuestion,
    signal?: AbortSignal,
  ): Promise<Readonly<Record<string, VersionCheck>>>;
  /** What runs or ran, newest first, by service. */
  known(
    domainRef: string,
    sees: SeesPlace,
  ): Promise<Readonly<Record<string, readonly VersionChoice[]>>>;
  /** What runs or ran and what else there is. @throws NotFoundError for a service that the baseline does not have */
  page(query: VersionsQuery, signal?: AbortSignal): Promise<VersionPage>;
}
