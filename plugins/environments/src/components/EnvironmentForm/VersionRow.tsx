import { useEffect, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EnvironmentWarning,
  PlannedService,
  ServiceOption,
  ServiceSpecification,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  StatusMark,
  TextButton,
  tokensOf,
  ToolButton,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useWarningText } from '../../hooks';
import { changeService, leaveService } from '../../model/editDraft';
import { environmentsTranslationRef } from '../../translation';
import { SettingsEditor } from './SettingsEditor';
import { DraftControl } from './useDraft';
import { useFormStyles } from './useFormStyles';
import { FormFocus } from './useFormFocus';
import { VersionPlace } from './useVersions';
import { VersionPicker } from './VersionPicker';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: { borderTop: `1px solid ${tokens.border}` },
      line: {
        display: 'grid',
        gridTemplateColumns:
          'minmax(84px, 128px) minmax(216px, 268px) minmax(84px, 120px) minmax(104px, 1fr) max-content 28px',
        alignItems: 'center',
        gap: 12,
        minHeight: 43,
        padding: '5px 12px 5px 16px',
        '@media (max-width: 900px)': {
          gridTemplateColumns: 'minmax(0, 1fr) max-content 28px',
        },
      },
      name: { fontWeight: 600, overflowWrap: 'anywhere' },
      was: {
        color: tokens.text3,
        fontSize: 12,
        '& code': { fontFamily: tokens.mono },
      },
      note: {
        color: tokens.text2,
        fontSize: 12,
        lineHeight: '16px',
        overflowWrap: 'anywhere',
      },
      bad: { color: tokens.bad.text },
      mark: {
        display: 'flex',
        gap: 6,
        '& > svg': { flex: 'none', marginTop: 1 },
      },
    };
  },
  { name: 'DomainDeckVersionRow' },
);

/** One chosen service: its version, that of the baseline, what is special about it, its settings. */
export function VersionRow(props: {
  service: ServiceSpecification;
  /** Undefined where the baseline does not have it any more. */
  option: ServiceOption | undefined;
  /** What the plan makes of it; undefined while there is none. */
  planned: PlannedService | undefined;
  place: VersionPlace;
  warnings: readonly EnvironmentWarning[];
  control: DraftControl;
  focus: FormFocus;
}): JSX.Element {
  const { service, option, planned, place, warnings, control, focus } = props;
  const { name } = service;
  const { edit } = control;
  const classes = useStyles();
  const form = useFormStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const led =
    focus.place?.part === 'settings' && focus.place.service === name
      ? focus.place
      : undefined;
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (led) {
      setOpen(true);
    }
  }, [led]);
  const settings = Object.keys(service.env ?? {}).length;
  return (
    <li className={classes.root}>
      <div className={classes.line}>
        <span className={classes.name}>{name}</span>
        <VersionPicker
          service={service}
          option={option}
          place={place}
          invalid={warnings.some(one => one.code === 'version-missing')}
          focus={focus}
          onChoose={version =>
            edit(draft => changeService(draft, name, version))
          }
        />
        <span className={classes.was}>
          {option &&
            t('form.versions.was', { version: <code>{option.version}</code> })}
        </span>
        <ServiceNote
          service={service}
          option={option}
          planned={planned}
          warnings={warnings}
          onReplicas={replicas =>
            edit(draft => changeService(draft, name, { replicas }))
          }
        />
        <TextButton look="link" pressed={open} onClick={() => setOpen(!open)}>
          {settings > 0
            ? t('form.versions.settingsCount', { n: String(settings) })
            : t('form.versions.settings')}
        </TextButton>
        <ToolButton
          glyph="close"
          label={t('form.versions.leave', { name })}
          onClick={() => edit(draft => leaveService(draft, name))}
        />
      </div>
      {open && (
        <SettingsEditor
          name={name}
          env={service.env ?? {}}
          wanted={led?.names}
          onArrived={focus.arrived}
          onChange={env => edit(draft => changeService(draft, name, { env }))}
        />
      )}
      {warnings
        .filter(one => one.code === 'service-registry')
        .map(one => (
          <p
            key={one.message}
            className={form.error}
            style={{ padding: '0 16px 8px' }}
          >
            <BlockSentence warning={one} />
          </p>
        ))}
    </li>
  );
}

function BlockSentence(props: { warning: EnvironmentWarning }): JSX.Element {
  const text = useWarningText();
  return <>{text.sentence(props.warning)}</>;
}

/** What is special about a service: whether its version is there, that it starts paused or only passes calls on. */
function ServiceNote(props: {
  service: ServiceSpecification;
  option: ServiceOption | undefined;
  planned: PlannedService | undefined;
  warnings: readonly EnvironmentWarning[];
  onReplicas: (replicas: number | undefined) => void;
}): JSX.Element {
  const { service, option, planned, warnings, onReplicas } = props;
  const classes = useStyles();
  const text = useWarningText();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const wrong = warnings.find(one =>
    ['version-missing', 'service-unknown', 'service-not-cloneable'].includes(
      one.code,
    ),
  );
  if (wrong) {
    return (
      <span className={`${classes.note} ${classes.bad}`}>
        {text.sentence(wrong)}
      </span>
    );
  }
  const unchecked = warnings.find(one => one.code === 'version-unchecked');
  if (unchecked) {
    return (
      // Why stands among what is good to know.
      <span
        className={`${classes.note} ${classes.mark}`}
        title={text.sentence(unchecked)}
      >
        <StatusMark kind="unknown" decorative />
        {t('versions.unchecked')}
      </span>
    );
  }
  if (option?.consumer) {
    const starts = (service.replicas ?? 0) > 0;
    return (
      <span className={classes.note}>
        {starts ? t('form.versions.started') : t('form.versions.paused')}{' '}
        <TextButton
          look="link"
          onClick={() => onReplicas(starts ? undefined : 1)}
        >
          {starts ? t('form.versions.pause') : t('form.versions.start')}
        </TextButton>
      </span>
    );
  }
  if (planned?.foundIn) {
    return (
      <span className={`${classes.note} ${classes.mark}`}>
        <StatusMark kind="healthy" decorative />
        {t(`versions.found.${planned.foundIn}`)}
      </span>
    );
  }
  const same =
    service.version === undefined &&
    service.image === undefined &&
    Object.keys(service.env ?? {}).length === 0;
  return (
    <span className={classes.note}>{same && t('form.versions.passes')}</span>
  );
}
