import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CallerChain } from '@domaindeck/backstage-plugin-environments-common';
import {
  StatusMark,
  TextButton,
  tokensOf,
} from '@domaindeck/backstage-plugin-workloads-react';
import { Names } from '../parts/Names';
import { environmentsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      line: {
        display: 'flex',
        alignItems: 'center',
        gap: 10,
        minHeight: 36,
        padding: '4px 16px',
        borderTop: `1px solid ${tokens.border}`,
        background: tokens.sunken,
        fontSize: 13,
        lineHeight: '20px',
      },
      broken: {
        background: tokens.warn.tint,
        borderTopColor: tokens.warn.line,
      },
      text: { flex: 1, minWidth: 0 },
    };
  },
  { name: 'DomainDeckChainStrip' },
);

/** Whether the web address reaches what was taken, and who has to come along so that it does. */
export function ChainStrip(props: {
  callers: readonly CallerChain[];
  /** Services of which nobody has to know who calls them: consumers, jobs, stores. */
  quiet: readonly string[];
  relationsKnown: boolean;
  onAdd: (services: readonly string[]) => void;
}): JSX.Element | null {
  const { callers, quiet, relationsKnown, onAdd } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const broken = callers.filter(one => one.missing.length > 0);
  const whole = callers.filter(one => one.reachable === 'yes');
  const unknown = callers.filter(
    one => one.reachable === 'unknown' && !quiet.includes(one.service),
  );
  const deepest = [...whole].sort((a, b) => b.chain.length - a.chain.length)[0];
  return (
    <>
      {alike(broken).map(({ services, missing }) => (
        <div
          key={missing.join()}
          className={`${classes.line} ${classes.broken}`}
        >
          <StatusMark kind="degraded" decorative />
          <span className={classes.text}>
            {t('form.chain.broken', {
              service: <Names names={services} />,
              missing: <Names names={missing} />,
            })}
          </span>
          <TextButton glyph="plus" onClick={() => onAdd(missing)}>
            {missing.length === 2
              ? t('form.chain.addBoth')
              : t('form.chain.add', { count: missing.length })}
          </TextButton>
        </div>
      ))}
      {broken.length === 0 && deepest && (
        <div className={classes.line}>
          <StatusMark kind="healthy" decorative />
          <span className={classes.text}>
            {deepest.chain.length > 1
              ? t('form.chain.whole', {
                  service: <b>{deepest.service}</b>,
                  through: <Names names={deepest.chain.slice(0, -1)} />,
                })
              : t('form.chain.direct', { service: <b>{deepest.service}</b> })}
          </span>
        </div>
      )}
      {(unknown.length > 0 || !relationsKnown) && (
        <div className={classes.line}>
          <StatusMark kind="unknown" decorative />
          <span className={classes.text}>
            {unknown.length > 0
              ? t('form.chain.unknown', {
                  services: <Names names={unknown.map(one => one.service)} />,
                })
              : t('form.chain.unrelated')}
          </span>
        </div>
      )}
    </>
  );
}

/** Services that lack the same callers are told in one line. */
function alike(callers: readonly CallerChain[]): readonly {
  readonly services: readonly string[];
  readonly missing: readonly string[];
}[] {
  const groups = new Map<string, { services: string[]; missing: string[] }>();
  for (const { service, missing } of callers) {
    const key = missing.join();
    const group = groups.get(key) ?? { services: [], missing };
    group.services.push(service);
    groups.set(key, group);
  }
  return [...groups.values()];
}
