import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  EnvironmentRecord,
  Options,
  Specification,
} from '@domaindeck/backstage-plugin-environments-common';
import { environmentsApiRef } from '../../environmentsApiRef';
import { useOptions, useRefusalText, useWrite } from '../../hooks';
import { changesSomething, draftOf, patchOf } from '../../model/draft';
import { NothingToShow } from '../parts/NothingToShow';
import { pathIn, useTabBase } from '../parts/TabBase';
import { FormContent } from './FormContent';
import { LoadingForm } from './LoadingForm';
import { useDraft } from './useDraft';

/** The same form for an environment that exists; its name and its end stay. */
export function ChangeEnvironment(props: {
  record: EnvironmentRecord;
  /** Name of the domain. */
  name: string;
}): JSX.Element {
  const { record, name } = props;
  const { domain, cluster, baseline } = record;
  const options = useOptions({ domain, cluster, baseline });
  if (options.status === 'failed') {
    return (
      <NothingToShow
        error={options.error}
        name={name}
        onRetry={options.reload}
      />
    );
  }
  return options.status === 'ready' ? (
    <ChangeForm record={record} name={name} options={options.data} />
  ) : (
    <LoadingForm />
  );
}

function ChangeForm(props: {
  record: EnvironmentRecord;
  name: string;
  options: Options;
}): JSX.Element {
  const { name, options } = props;
  const api = useApi(environmentsApiRef);
  const base = useTabBase();
  const navigate = useNavigate();
  const refusal = useRefusalText();
  // What the form compares with stays while somebody writes; what others did meanwhile is taken up when asked for.
  const [record, setRecord] = useState(props.record);
  const control = useDraft(draftOf(record.specification), false);
  const path = pathIn(base, record.name);
  const patchFor = (specification: Specification) =>
    patchOf(record.specification, specification, record.generation);
  const writing = useWrite(
    (idempotencyKey: string, specification: Specification) =>
      api.updateEnvironment(record.id, patchFor(specification), {
        idempotencyKey,
      }),
    () => navigate(path),
  );
  return (
    <FormContent
      control={control}
      options={options}
      domain={record.domain}
      name={name}
      record={record}
      right={refusal(props.record, 'change')}
      writing={{
        busy: writing.state === 'writing',
        error: writing.state === 'failed' ? writing.error : undefined,
      }}
      isChange={specification => changesSomething(patchFor(specification))}
      onForget={writing.forget}
      onLook={() => {
        setRecord(props.record);
        writing.forget();
      }}
      onSubmit={writing.run}
      backPath={path}
    />
  );
}
