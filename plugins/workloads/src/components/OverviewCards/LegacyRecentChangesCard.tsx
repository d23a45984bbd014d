import { LegacyTabPath } from './LegacyTabPath';
import { RecentChangesCard } from './RecentChangesCard';

/** The card of recent changes for the classic frontend system. */
export function LegacyRecentChangesCard(): JSX.Element {
  return (
    <LegacyTabPath>
      {tabPath => <RecentChangesCard tabPath={tabPath} />}
    </LegacyTabPath>
  );
}
