import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Glyph,
  MarkKind,
  StateWord,
  tokensOf,
  useControlStyles,
  useTierLabel,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { Column } from '../parts/model/columns';
import { VersionText } from './VersionText';

const KINDS: readonly MarkKind[] = [
  'healthy',
  'progressing',
  'degraded',
  'failed',
  'suspended',
  'unknown',
];

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: '4px 18px',
        fontSize: 12,
        lineHeight: '20px',
        color: tokens.text3,
        // In a legend no state speaks; all words are equally quiet.
        '& > span > span > span': { color: `${tokens.text3} !important` },
      },
      drift: { display: 'inline-flex', alignItems: 'center', gap: 6 },
      keys: {
        marginLeft: 'auto',
        minWidth: 28,
        minHeight: 28,
        color: tokens.text3,
        display: 'grid',
        placeItems: 'center',
      },
    };
  },
  { name: 'DomainDeckLegend' },
);

/** What the marks mean. */
export function Legend(props: {
  reference?: Column;
  onShowKeys: () => void;
}): JSX.Element {
  const { reference, onShowKeys } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const tierLabel = useTierLabel();
  const { t } = useTranslationRef(workloadsTranslationRef);
  return (
    <section className={classes.root} aria-label={t('workloads.legend.label')}>
      {KINDS.map(kind => (
        <span key={kind}>
          <StateWord kind={kind} />
        </span>
      ))}
      {reference && (
        <div className={classes.drift}>
          <VersionText version="5.3.0" drift={{ kind: 'ahead', releases: 1 }} />
          {t('workloads.legend.drift', {
            environment: tierLabel(
              reference.environment.tier,
              reference.environment.cluster,
            ),
          })}
        </div>
      )}
      <button
        type="button"
        className={`${controls.plain} ${classes.keys}`}
        aria-label={t('workloads.keys.open')}
        title={t('workloads.keys.open')}
        onClick={onShowKeys}
      >
        <Glyph name="info" />
      </button>
    </section>
  );
}
