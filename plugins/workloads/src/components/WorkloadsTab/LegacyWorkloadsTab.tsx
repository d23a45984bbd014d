import { LegacyTabPaths } from '../parts/LegacyTabPaths';
import { WorkloadsTab } from './WorkloadsTab';

/** The tab in the classic frontend system, with its ways to the others. */
export function LegacyWorkloadsTab(): JSX.Element {
  return (
    <LegacyTabPaths>
      <WorkloadsTab />
    </LegacyTabPaths>
  );
}
