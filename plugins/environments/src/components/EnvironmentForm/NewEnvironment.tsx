import { useNavigate, useSearchParams } from 'react-router-dom';
import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { getEntityRelations, useEntity } from '@backstage/plugin-catalog-react';
import {
  EnvironmentRecord,
  Options,
  Specification,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  PartialFailure,
  useRemote,
} from '@domaindeck/backstage-plugin-workloads-react';
import { environmentsApiRef } from '../../environmentsApiRef';
import { Refused, useOptions, useWrite } from '../../hooks';
import { Draft, draftOf } from '../../model/draft';
import { silentClusters } from '../../model/silentClusters';
import { proposesSomething, readDraft } from '../../model/urlDraft';
import { withoutMasked } from '../../model/withoutMasked';
import { environmentsTranslationRef } from '../../translation';
import { NothingToShow } from '../parts/NothingToShow';
import { pathIn, useTabBase } from '../parts/TabBase';
import { FormContent } from './FormContent';
import { LoadingForm } from './LoadingForm';
import { useDraft } from './useDraft';

/** The form of a new environment: from nothing, from a link, or from another environment. */
export function NewEnvironment(): JSX.Element {
  const { entity } = useEntity();
  const api = useApi(environmentsApiRef);
  const [params] = useSearchParams();
  // What the URL holds besides is a proposal of its own, made from the one that is copied.
  const from = proposesSomething(params) ? null : params.get('from');
  const copied = useRemote(from ?? undefined, signal =>
    api.getEnvironment(from!, { signal }),
  );
  if (copied.status === 'loading') {
    return <LoadingForm />;
  }
  if (copied.status === 'failed') {
    return (
      <NothingToShow
        error={copied.error}
        name={entity.metadata.name}
        onRetry={copied.reload}
      />
    );
  }
  return (
    <NewForm
      start={copied.status === 'ready' ? copyOf(copied.data) : undefined}
    />
  );
}

/** Another environment's choices under a name of one's own, for oneself. */
function copyOf(record: EnvironmentRecord): Draft {
  return {
    ...draftOf(withoutMasked(record.specification)),
    name: undefined,
    collaborators: [],
  };
}

function NewForm(props: { start: Draft | undefined }): JSX.Element {
  const { entity } = useEntity();
  const domain = stringifyEntityRef(entity);
  const [params] = useSearchParams();
  const control = useDraft(props.start ?? readDraft(params), true);
  const { cluster, baseline } = control.draft;
  const options = useOptions({ domain, cluster, baseline });
  if (options.status === 'failed') {
    return (
      <NothingToShow
        error={options.error}
        name={entity.metadata.name}
        owners={getEntityRelations(entity, RELATION_OWNED_BY).map(ref =>
          stringifyEntityRef(ref),
        )}
        onRetry={options.reload}
      />
    );
  }
  return options.status === 'ready' ? (
    <ReadyForm control={control} options={options.data} />
  ) : (
    <LoadingForm />
  );
}

function ReadyForm(props: {
  control: ReturnType<typeof useDraft>;
  options: Options;
}): JSX.Element {
  const { control, options } = props;
  const { entity } = useEntity();
  const { name } = entity.metadata;
  const api = useApi(environmentsApiRef);
  const base = useTabBase();
  const navigate = useNavigate();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const writing = useWrite(
    (idempotencyKey: string, specification: Specification) =>
      api.createEnvironment(specification, { idempotencyKey }),
    record => navigate(pathIn(base, record.name), { replace: true }),
  );
  const cluster = options.clusters.find(one => one.name === options.cluster);
  const right: Refused | undefined = cluster?.mayCreate
    ? undefined
    : {
        because: 'right',
        reason: t('common.refused.create', { domain: name }),
      };
  return (
    <FormContent
      control={control}
      options={options}
      domain={options.domain}
      name={name}
      right={right}
      writing={{
        busy: writing.state === 'writing',
        error: writing.state === 'failed' ? writing.error : undefined,
      }}
      onForget={writing.forget}
      onSubmit={writing.run}
      backPath={base}
    >
      <PartialFailure clusters={silentClusters(options, [])} />
    </FormContent>
  );
}
