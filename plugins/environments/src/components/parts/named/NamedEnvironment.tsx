import { ReactNode, useEffect, useRef } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  EnvironmentRecord,
  HistoryEntry,
  Step,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  EmptyNotice,
  FeedConnection,
  isRefused,
  useRemote,
} from '@domaindeck/backstage-plugin-workloads-react';
import { environmentsApiRef } from '../../../environmentsApiRef';
import { useEnvironments } from '../../../hooks';
import { environmentsTranslationRef } from '../../../translation';
import { NothingToShow } from '../NothingToShow';
import { useTabBase } from '../TabBase';
import { useCardStyles } from '../useCardStyles';
import { findEnvironment } from './findEnvironment';
import { LoadingPage } from './LoadingPage';

/** What every view of one environment is given. */
export interface EnvironmentViewProps {
  readonly record: EnvironmentRecord;
  readonly steps: readonly Step[];
  /** What happened since the page opened, newest first. */
  readonly news: readonly HistoryEntry[];
  readonly connection: FeedConnection;
  readonly onTryNow: () => void;
  /** Shows the answer of a write at once. */
  readonly accept: (answer: EnvironmentRecord) => void;
}

/** The environment that the URL names, live. When it is gone, the list is shown again. */
export function NamedEnvironment(props: {
  children: (view: EnvironmentViewProps) => JSX.Element;
}): JSX.Element {
  const { name = '' } = useParams();
  const { entity } = useEntity();
  const domain = stringifyEntityRef(entity);
  const api = useApi(environmentsApiRef);
  const found = useRemote(`${domain} ${name}`, signal =>
    findEnvironment(api, domain, name, signal),
  );
  switch (found.status) {
    case 'ready':
      return (
        <LiveEnvironment key={found.data} id={found.data} name={name}>
          {props.children}
        </LiveEnvironment>
      );
    case 'failed':
      return <Unshown error={found.error} name={name} onRetry={found.reload} />;
    default:
      return <LoadingPage />;
  }
}

function LiveEnvironment(props: {
  id: string;
  name: string;
  children: (view: EnvironmentViewProps) => JSX.Element;
}): JSX.Element {
  const { id, name, children } = props;
  const { state, retryNow, accept } = useEnvironments({ id });
  const base = useTabBase();
  const navigate = useNavigate();
  const record =
    state.phase === 'ready'
      ? state.data.items.find(one => one.id === id)
      : undefined;
  const last = useRef<EnvironmentRecord>();
  last.current = record ?? last.current;
  const isGone =
    !record &&
    last.current?.state === 'deleting' &&
    (state.phase === 'ready' ||
      (state.phase === 'failed' && isRefused(state.error)));
  useEffect(() => {
    if (isGone) {
      navigate(base, { replace: true });
    }
  }, [isGone, navigate, base]);
  if (state.phase === 'loading' || isGone) {
    return <LoadingPage />;
  }
  if (state.phase === 'failed') {
    return <Unshown error={state.error} name={name} onRetry={retryNow} />;
  }
  return record ? (
    children({
      record,
      steps: state.data.steps,
      news: state.data.history,
      connection: state.connection,
      onTryNow: retryNow,
      accept,
    })
  ) : (
    <NotFound name={name} />
  );
}

function Unshown(props: {
  error: Error;
  name: string;
  onRetry: () => void;
}): JSX.Element {
  const { error, name, onRetry } = props;
  const { entity } = useEntity();
  return isRefused(error) ? (
    <NotFound name={name} />
  ) : (
    <NothingToShow
      error={error}
      name={entity.metadata.name}
      back={<BackLink />}
      onRetry={onRetry}
    />
  );
}

/** There is none of that name, or the reader may not see it: the two look the same. */
function NotFound(props: { name: string }): JSX.Element {
  const { t } = useTranslationRef(environmentsTranslationRef);
  return (
    <EmptyNotice
      glyph="search"
      title={t('progress.notFound.title', { name: props.name })}
      actions={<BackLink />}
    >
      {t('progress.notFound.text')}
    </EmptyNotice>
  );
}

function BackLink(): ReactNode {
  const base = useTabBase();
  const cards = useCardStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  return (
    <Link to={base} className={cards.link}>
      {t('progress.notFound.back')}
    </Link>
  );
}
