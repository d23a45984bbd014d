import { metricsRouteRef } from '../../legacyRoutes';
import { LegacyTabPath } from './LegacyTabPath';
import { UsageCard } from './UsageCard';

/** The card of what is used for the classic frontend system. */
export function LegacyUsageCard(): JSX.Element {
  return (
    <LegacyTabPath routeRef={metricsRouteRef}>
      {tabPath => <UsageCard tabPath={tabPath} />}
    </LegacyTabPath>
  );
}
