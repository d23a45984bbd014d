import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { getEntityRelations, useEntity } from '@backstage/plugin-catalog-react';
import { isRefused } from '@domaindeck/backstage-plugin-workloads-react';
import { useEnvironments, useOptions } from '../../hooks';
import { NothingToShow } from '../parts/NothingToShow';
import { ListContent } from './ListContent';
import { LoadingList } from '../parts/LoadingList';

/** The self-service environments of the domain whose page this is, live. */
export function EnvironmentList(): JSX.Element {
  const { entity } = useEntity();
  const domain = stringifyEntityRef(entity);
  const live = useEnvironments({ domain });
  const count =
    live.state.phase === 'ready' ? live.state.data.items.length : undefined;
  // Limits are asked for again when the number of environments changes.
  const options = useOptions({ domain }, { changeKey: String(count ?? '') });
  const { state } = live;
  const nothing = state.phase === 'ready' && state.data.items.length === 0;
  if (nothing && options.status === 'loading') {
    // Whether there is nothing, or nothing for this reader, is not known yet.
    return <LoadingList />;
  }
  const outside =
    nothing && options.status === 'failed' && isRefused(options.error)
      ? options.error
      : undefined;
  const error = state.phase === 'failed' ? state.error : outside;
  if (error) {
    return (
      <NothingToShow
        error={error}
        name={entity.metadata.name}
        owners={getEntityRelations(entity, RELATION_OWNED_BY).map(ref =>
          stringifyEntityRef(ref),
        )}
        onRetry={() => {
          live.retryNow();
          options.reload();
        }}
      />
    );
  }
  return state.phase === 'ready' ? (
    <ListContent
      domain={domain}
      name={entity.metadata.name}
      items={state.data.items}
      connection={state.connection}
      options={options}
      onTryNow={live.retryNow}
      accept={live.accept}
    />
  ) : (
    <LoadingList />
  );
}
