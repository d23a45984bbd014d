import { useNavigate } from 'react-router-dom';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EnvironmentRecord,
  ServiceSpecification,
  Step,
  StepService,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  StateWord,
  TextButton,
} from '@domaindeck/backstage-plugin-workloads-react';
import { environmentsApiRef } from '../../../environmentsApiRef';
import {
  useRecordText,
  useRefusalText,
  useTimeText,
  useWrite,
} from '../../../hooks';
import { environmentsTranslationRef } from '../../../translation';
import { ActionButton } from '../../parts/ActionButton';
import { FailureStrip } from '../../parts/FailureStrip';
import { ServiceDoor } from '../../parts/ServiceDoor';
import { pathIn, useTabBase } from '../../parts/TabBase';
import { useStepStyles } from './useStepStyles';

/** The services of a step, each with why it is not there yet, and with what mends it. */
export function StartingServices(props: {
  record: EnvironmentRecord;
  step: Step;
  accept: (answer: EnvironmentRecord) => void;
}): JSX.Element {
  const { record, step, accept } = props;
  const classes = useStepStyles();
  const api = useApi(environmentsApiRef);
  const { t } = useTranslationRef(environmentsTranslationRef);
  const writing = useWrite(
    (
      idempotencyKey: string,
      generation: number,
      services: readonly ServiceSpecification[],
    ) =>
      api.updateEnvironment(
        record.id,
        { generation, services: [...services] },
        { idempotencyKey },
      ),
    accept,
  );
  const change = (
    name: string,
    part: (service: ServiceSpecification) => ServiceSpecification,
  ) =>
    writing.run(
      record.generation,
      record.specification.services.map(one =>
        one.name === name ? part(one) : one,
      ),
    );
  return (
    <>
      <table
        className={classes.starts}
        aria-label={t('progress.service.services')}
      >
        <tbody>
          {(step.services ?? []).map(service => (
            <ServiceLine
              key={service.name}
              record={record}
              service={service}
              failed={step.state === 'failed'}
              busy={writing.state === 'writing'}
              onChange={part => change(service.name, part)}
            />
          ))}
        </tbody>
      </table>
      {writing.state === 'failed' && (
        <div style={{ gridColumn: '2 / -1', marginTop: 8 }}>
          <FailureStrip error={writing.error} onForget={writing.forget} />
        </div>
      )}
    </>
  );
}

function ServiceLine(props: {
  record: EnvironmentRecord;
  service: StepService;
  failed: boolean;
  busy: boolean;
  onChange: (
    part: (service: ServiceSpecification) => ServiceSpecification,
  ) => void;
}): JSX.Element {
  const { record, service, failed, busy, onChange } = props;
  const classes = useStepStyles();
  const text = useRecordText();
  const time = useTimeText();
  const refusal = useRefusalText();
  const navigate = useNavigate();
  const base = useTabBase();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const { reason } = service;
  const refused = refusal(record, 'change');
  const asked = record.specification.services.find(
    one => one.name === service.name,
  );
  const baseline = record.services.find(
    one => one.name === service.name,
  )?.baselineVersion;
  const bad =
    reason !== undefined && (failed || reason.code === 'image-missing');
  const word = () => {
    if (service.paused) {
      return (
        <StateWord kind="suspended">
          {t('progress.service.paused')}{' '}
          {asked && !refused && (
            <TextButton
              look="link"
              onClick={() => onChange(one => ({ ...one, replicas: 1 }))}
            >
              {t('progress.service.start')}
            </TextButton>
          )}
        </StateWord>
      );
    }
    if (reason) {
      return (
        <StateWord kind={bad ? 'failed' : 'progressing'}>
          {capital(text.reason(reason))}
        </StateWord>
      );
    }
    return service.health === 'healthy' ? (
      <StateWord kind="healthy">{t('progress.service.running')}</StateWord>
    ) : (
      <StateWord kind={service.health} />
    );
  };
  const seconds =
    service.seconds === undefined ? undefined : service.seconds * 1000;
  return (
    <tr className={bad ? classes.bad : undefined}>
      <th scope="row">{service.name}</th>
      <td>
        {word()}
        {reason && (bad || reason.code === 'crashing') && (
          <p className={classes.under} title={reason.message}>
            {reason.code === 'image-missing'
              ? t('progress.service.noImage', {
                  service: service.name,
                  version: versionOf(record, service.name),
                })
              : reason.message}
          </p>
        )}
        {reason?.logTail && (
          <pre className={classes.log} aria-label={t('progress.service.log')}>
            {reason.logTail}
          </pre>
        )}
        {(bad || reason?.code === 'crashing') && (
          <div className={classes.fix}>
            {asked && (
              <ActionButton
                size="small"
                refused={refused}
                onClick={() =>
                  navigate(`${pathIn(base, record.name, 'change')}`)
                }
              >
                {t('progress.service.another')}
              </ActionButton>
            )}
            {baseline && (asked?.version ?? asked?.image) && (
              <ActionButton
                size="small"
                refused={refused}
                busy={busy}
                onClick={() =>
                  onChange(({ version: _, image: __, ...one }) => one)
                }
              >
                {t('progress.service.same', { version: baseline })}
              </ActionButton>
            )}
            <ServiceDoor
              to="logs"
              environment={record.ref}
              service={service.name}
            >
              {t('progress.service.logs')}
            </ServiceDoor>
          </div>
        )}
      </td>
      <td>
        {seconds !== undefined &&
          (service.health === 'healthy' && !reason
            ? t('progress.service.after', { span: time.span(seconds) })
            : time.span(seconds))}
      </td>
    </tr>
  );
}

/** The version that was asked for, which may never have come to run. */
function versionOf(record: EnvironmentRecord, name: string): string {
  const asked = record.specification.services.find(one => one.name === name);
  const service = record.services.find(one => one.name === name);
  return asked?.version ?? asked?.image ?? service?.baselineVersion ?? '';
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
