import { useRef } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  StatusMark,
  TextButton,
} from '@domaindeck/backstage-plugin-workloads-react';
import { Refused } from '../../hooks';
import { environmentsTranslationRef } from '../../translation';
import { ActionButton } from '../parts/ActionButton';
import { FailureStrip } from '../parts/FailureStrip';
import { usePlanStyles } from './usePlanStyles';
import { Way } from './useWayOut';

const WHY_NOT_ID = 'domaindeck-environment-why-not';

/** Something that is in the way, with the link that cures it. */
export interface Obstacle {
  readonly key: string;
  readonly text: string;
  readonly way?: Way;
}

/** The one main button, or everything that is in its way at once. */
export function CreateFooter(props: {
  isNew: boolean;
  obstacles: readonly Obstacle[];
  /** Another person may. */
  right: Refused | undefined;
  busy: boolean;
  error: Error | undefined;
  onForget: () => void;
  /** Takes up what somebody else did meanwhile. */
  onLook?: () => void;
  onSubmit: () => void;
  onFile: () => void;
  pinned: boolean;
}): JSX.Element {
  const { isNew, obstacles, right, busy, error, onLook } = props;
  const classes = usePlanStyles();
  const list = useRef<HTMLUListElement>(null);
  const { t } = useTranslationRef(environmentsTranslationRef);
  const refused: Refused | undefined =
    right ??
    (obstacles.length > 0
      ? { because: 'waits', reason: obstacles.map(one => one.text).join(' ') }
      : undefined);
  const word = () => {
    if (busy) {
      return isNew ? t('form.create.doing') : t('form.create.changing');
    }
    return isNew ? t('form.create.do') : t('form.create.change');
  };
  return (
    <footer className={`${classes.foot} ${props.pinned ? classes.pinned : ''}`}>
      {error && (
        <FailureStrip
          error={error}
          onForget={props.onForget}
          way={
            onLook && {
              label: t('form.create.look'),
              onTake: onLook,
            }
          }
        />
      )}
      {obstacles.length > 0 && (
        <div id={WHY_NOT_ID} className={classes.whyNot}>
          <h4>
            {isNew ? t('form.create.blocked') : t('form.create.changeBlocked')}
          </h4>
          <ul ref={list}>
            {obstacles.map(({ key, text, way }) => (
              <li key={key}>
                <StatusMark kind="degraded" decorative />
                <span>{text}</span>
                {way && (
                  <TextButton look="link" onClick={way.take}>
                    {way.label}
                  </TextButton>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      <span className={classes.button}>
        <ActionButton
          look="primary"
          size="wide"
          busy={busy}
          refused={refused}
          refusedBy={right ? undefined : WHY_NOT_ID}
          onAsk={() => list.current?.querySelector('button')?.focus()}
          onClick={props.onSubmit}
        >
          {word()}
        </ActionButton>
      </span>
      <span className={classes.footNote}>
        {right?.reason ??
          (isNew ? t('form.create.note') : t('form.create.changeNote'))}
        <TextButton look="link" onClick={props.onFile}>
          {t('form.create.menu')}
        </TextButton>
      </span>
    </footer>
  );
}
