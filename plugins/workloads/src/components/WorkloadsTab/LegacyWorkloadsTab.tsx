import { LegacyLogsPath } from '../parts/LegacyLogsPath';
import { WorkloadsTab } from './WorkloadsTab';

/** The tab in the classic frontend system, with its ways to the Logs tab. */
export function LegacyWorkloadsTab(): JSX.Element {
  return (
    <LegacyLogsPath>
      <WorkloadsTab />
    </LegacyLogsPath>
  );
}
