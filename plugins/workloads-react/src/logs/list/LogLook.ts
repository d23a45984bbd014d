import { LogHistory } from '@domaindeck/backstage-plugin-workloads-common';
import { LogZone } from '../model/logClock';
import { LogSource } from '../model/LogSourceTable';
import { PodColour } from '../model/podColours';

/**
 * How a list draws its rows.
 * @public
 */
export interface LogLook {
  /** The source at a place of the table. */
  readonly sourceAt: (place: number) => LogSource | undefined;
  /** Colours by {@link podKeyOf}. */
  readonly colours: ReadonlyMap<string, PodColour>;
  readonly zone: LogZone;
  readonly wrap: boolean;
  /** Names of fields that have a column of their own. */
  readonly columns: readonly string[];
  /** What is marked in the lines. */
  readonly pattern?: RegExp;
  /** Address of a trace with `{{traceId}}` in it, where the portal knows one. */
  readonly traceUrl?: string;
  readonly history: readonly LogHistory[];
}
