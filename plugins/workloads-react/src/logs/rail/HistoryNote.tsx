import { LogHistory } from '@domaindeck/backstage-plugin-workloads-common';
import { useAgeText } from '../../components/useAgeText';
import { durationMs } from '../model/durationMs';
import { useLogText } from '../useLogText';
import { useRailStyles } from './useRailStyles';

/** Where older lines are stored, or that nothing stores them. */
export function HistoryNote(props: {
  history: readonly LogHistory[];
}): JSX.Element {
  const classes = useRailStyles();
  const t = useLogText();
  const ageText = useAgeText();
  const spanOf = (duration: string) => {
    const ms = durationMs(duration);
    return ms === undefined ? duration : ageText(ms);
  };
  const stores = new Map(
    props.history
      .filter(one => one.state !== 'none')
      .map(one => [`${one.name ?? one.type}${one.state}`, one] as const),
  );
  return (
    <section className={classes.section}>
      <h3>{t('logs.rail.stored')}</h3>
      {stores.size === 0 && (
        <p className={classes.sub}>{t('logs.rail.onlyPods')}</p>
      )}
      {[...stores.values()].map(one => {
        const name = one.name ?? one.type ?? one.cluster;
        return (
          <p key={name} className={classes.sub}>
            {one.state === 'failing'
              ? t('logs.rail.failing', { name, reason: one.reason ?? '' })
              : [
                  name,
                  one.keptFor &&
                    t('logs.rail.kept', { span: spanOf(one.keptFor) }),
                ]
                  .filter(Boolean)
                  .join(', ')}
          </p>
        );
      })}
    </section>
  );
}
