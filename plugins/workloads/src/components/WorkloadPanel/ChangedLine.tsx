import { useRef } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Workload } from '@domaindeck/backstage-plugin-workloads-common';
import {
  Age,
  clockTime,
  tokensOf,
  useClock,
  useControlStyles,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { useSay } from '../../translation/useSay';
import { useFade } from '../parts/useFade';
import { beginFollowing, Followed, followChanges } from './model/followChanges';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        margin: '12px 0 -4px',
        minHeight: 18,
        fontSize: 12,
        lineHeight: '18px',
        color: tokens.text3,
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
      },
      told: { color: tokens.text2, '& b': { fontWeight: 600 } },
    };
  },
  { name: 'DomainDeckPanelChanged' },
);

/**
 * Says what changed while the panel is open. The line is there from the beginning, so that a change moves nothing: it
 * fades its words in, once.
 */
export function ChangedLine(props: { workload: Workload }): JSX.Element {
  const { workload } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const clock = useClock();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const say = useSay();
  const followed = useRef<Followed>();
  followed.current = followed.current
    ? followChanges(followed.current, workload, clock.now())
    : beginFollowing(workload, clock.now());
  const { from, at, differences } = followed.current;
  const words = differences.map(say).join(t('panel.changed.join'));
  const fade = useFade(words);
  const since = new Date(from).toISOString();
  return (
    <div className={classes.root}>
      {words && at !== undefined ? (
        <span className={`${classes.told} ${fade}`} title={words}>
          <b>{t('panel.changed.label')}</b> {words} ·{' '}
          <Age at={new Date(at).toISOString()} />
        </span>
      ) : (
        t('panel.changed.nothing', { time: clockTime(since, from) })
      )}
      <span role="status" className={controls.screenReader}>
        {words && `${t('panel.changed.label')} ${words}`}
      </span>
    </div>
  );
}
