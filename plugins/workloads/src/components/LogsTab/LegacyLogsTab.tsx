import { LegacyTabPaths } from '../parts/LegacyTabPaths';
import { LogsTab } from './LogsTab';

/** The tab for the classic frontend system, where routes are found in another way. */
export function LegacyLogsTab(): JSX.Element {
  return (
    <LegacyTabPaths>
      <LogsTab />
    </LegacyTabPaths>
  );
}
