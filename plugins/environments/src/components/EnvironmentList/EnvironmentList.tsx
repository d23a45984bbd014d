import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { getEntityRelations, useEntity } from '@backstage/plugin-catalog-react';
import { useEnvironments, useOptions } from '../../hooks';
import { NothingToShow } from '../parts/NothingToShow';
import { ListContent } from './ListContent';
import { LoadingList } from '../parts/LoadingList';

/** Limits are asked for again when the number of environments changes. */
function changeKeyOf(count: number | undefined): string {
  return String(count ?? '');
}

/** The self-service environments of the domain whose page this is, live. */
export function EnvironmentList(): JSX.Element {
  const { entity } = useEntity();
  const domain = stringifyEntityRef(entity);
  const live = useEnvironments({ domain });
  const count =
    live.state.phase === 'ready' ? live.state.data.items.length : undefined;
  const options = useOptions({ domain }, { changeKey: changeKeyOf(count) });
  switch (live.state.phase) {
    case 'loading':
      return <LoadingList />;
    case 'failed':
      return (
        <NothingToShow
          error={live.state.error}
          name={entity.metadata.name}
          owners={getEntityRelations(entity, RELATION_OWNED_BY).map(ref =>
            stringifyEntityRef(ref),
          )}
          onRetry={live.retryNow}
        />
      );
    default:
      return (
        <ListContent
          domain={domain}
          name={entity.metadata.name}
          items={live.state.data.items}
          connection={live.state.connection}
          options={options}
          onTryNow={live.retryNow}
          accept={live.accept}
        />
      );
  }
}
