import { LegacyTabPaths } from '../parts/LegacyTabPaths';
import { EnvironmentsTab } from './EnvironmentsTab';

/** The tab in the classic frontend system, with its ways to the other tabs. */
export function LegacyEnvironmentsTab(): JSX.Element {
  return (
    <LegacyTabPaths>
      <EnvironmentsTab />
    </LegacyTabPaths>
  );
}
