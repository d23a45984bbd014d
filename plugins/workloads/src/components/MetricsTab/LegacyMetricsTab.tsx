import { LegacyTabPaths } from '../parts/LegacyTabPaths';
import { MetricsTab } from './MetricsTab';

/** The tab for the classic frontend system, where routes are found in another way. */
export function LegacyMetricsTab(): JSX.Element {
  return (
    <LegacyTabPaths>
      <MetricsTab />
    </LegacyTabPaths>
  );
}
