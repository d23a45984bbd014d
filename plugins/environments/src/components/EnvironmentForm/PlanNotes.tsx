import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EnvironmentWarning } from '@domaindeck/backstage-plugin-environments-common';
import {
  Glyph,
  StatusMark,
  TextButton,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useWarningText } from '../../hooks';
import { environmentsTranslationRef } from '../../translation';
import { usePlanStyles } from './usePlanStyles';
import { Way } from './useWayOut';

/** More are folded away. */
const SHOWN = 4;

const PAUSED = ['consumer-paused', 'cron-suspended'];

/** What is good to know, the most serious first: a sentence, its reason, its way out. */
export function PlanNotes(props: {
  warnings: readonly EnvironmentWarning[];
  wayOf: (warning: EnvironmentWarning) => Way | undefined;
}): JSX.Element | null {
  const { warnings, wayOf } = props;
  const classes = usePlanStyles();
  const text = useWarningText();
  const [open, setOpen] = useState(false);
  const { t } = useTranslationRef(environmentsTranslationRef);
  if (warnings.length === 0) {
    return null;
  }
  const shown = open ? warnings : warnings.slice(0, SHOWN);
  const rest = warnings.length - SHOWN;
  return (
    <div className={classes.part}>
      <h4>{t('form.plan.notes')}</h4>
      <ul className={classes.notes}>
        {shown.map(warning => {
          const way = wayOf(warning);
          return (
            <li
              key={`${warning.code} ${warning.message}`}
              className={classes.note}
              title={warning.message}
            >
              <NoteMark warning={warning} />
              <div>
                <b>{text.title(warning)}</b>
                <p>
                  {text.sentence(warning)}{' '}
                  {way && (
                    <TextButton look="link" onClick={way.take}>
                      {way.label}
                    </TextButton>
                  )}
                </p>
              </div>
            </li>
          );
        })}
      </ul>
      {rest > 0 && (
        <TextButton look="link" onClick={() => setOpen(!open)}>
          {open ? t('form.plan.fewer') : t('form.plan.more', { count: rest })}
        </TextButton>
      )}
    </div>
  );
}

function NoteMark(props: { warning: EnvironmentWarning }): JSX.Element {
  const { code, severity } = props.warning;
  if (PAUSED.includes(code)) {
    return <StatusMark kind="suspended" decorative />;
  }
  if (code === 'baseline-busy') {
    return <StatusMark kind="progressing" decorative />;
  }
  return severity === 'notice' ? (
    <Glyph name="info" size={14} />
  ) : (
    <StatusMark kind="degraded" decorative />
  );
}
