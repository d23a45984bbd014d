import { HealthCard } from './HealthCard';
import { LegacyTabPath } from './LegacyTabPath';

/** The health card for the classic frontend system. */
export function LegacyHealthCard(): JSX.Element {
  return (
    <LegacyTabPath>{tabPath => <HealthCard tabPath={tabPath} />}</LegacyTabPath>
  );
}
