import { Content, Header, HeaderLabel, Page } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  useClusters,
  useUnclaimedNamespaces,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { ClustersContent } from './ClustersContent';
import { isAnswering } from './model/clustersSentence';

/** Namespaces come and go by the day; asking each minute is soon enough. */
const UNCLAIMED_EVERY_MS = 60_000;

/** The Clusters page, for operators: is each cluster alive, and what does the portal lack to read it. */
export function ClustersPage(): JSX.Element {
  const { t } = useTranslationRef(workloadsTranslationRef);
  const clusters = useClusters();
  const unclaimed = useUnclaimedNamespaces({ everyMs: UNCLAIMED_EVERY_MS });
  const items = clusters.status === 'ready' ? clusters.data.items : [];
  const of = (part: number, whole: number) =>
    t('clusters.header.of', { part: String(part), whole: String(whole) });
  const counted = items.flatMap(({ nodes }) => (nodes ? [nodes] : []));
  return (
    <Page themeId="tool">
      <Header title={t('clusters.title')} type={t('clusters.platform')}>
        {/* Who may not see the page is told no figure of it. */}
        {unclaimed.status === 'ready' && items.length > 0 && (
          <>
            <HeaderLabel
              label={t('clusters.header.live')}
              value={of(items.filter(isAnswering).length, items.length)}
            />
            <HeaderLabel
              label={t('clusters.header.nodesReady')}
              value={of(
                counted.reduce((sum, nodes) => sum + nodes.ready, 0),
                counted.reduce((sum, nodes) => sum + nodes.total, 0),
              )}
            />
            <HeaderLabel
              label={t('clusters.header.unclaimed')}
              value={String(unclaimed.data.items.length)}
            />
          </>
        )}
      </Header>
      <Content>
        <ClustersContent clusters={clusters} unclaimed={unclaimed} />
      </Content>
    </Page>
  );
}
