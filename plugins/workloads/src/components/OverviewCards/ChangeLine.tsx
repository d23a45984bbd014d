import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Change,
  parseWorkloadId,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  Age,
  Glyph,
  GlyphName,
  StatusMark,
  useTierLabel,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { useSay } from '../../translation/useSay';
import { CardLink } from './CardLink';
import { changeInWords } from './model/changeInWords';
import { changeName } from './model/changeName';
import { searchOfWorkload } from './model/searchOf';
import { useCardStyles } from './useCardStyles';

/** One change: what, where, how it went, how long ago. */
export function ChangeLine(props: {
  change: Change;
  tabPath?: string;
}): JSX.Element {
  const { change, tabPath } = props;
  const classes = useCardStyles();
  const tierLabel = useTierLabel();
  const say = useSay();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const words = say(
    changeInWords(change, tierLabel(change.tier, change.cluster)),
  );
  const images =
    change.type === 'release'
      ? change.images.map(({ container, from = '', to = '' }) =>
          from && to
            ? t('overview.changes.image', { container, from, to })
            : t('overview.changes.imageNew', { container, to: to || from }),
        )
      : [];
  const hint = [
    change.environment,
    ...images,
    change.who && t('overview.changes.by', { who: change.who }),
    change.cause,
    change.reason,
  ]
    .filter(Boolean)
    .join('\n');
  return (
    <CardLink
      tabPath={tabPath}
      search={searchOfWorkload(parseWorkloadId(change.workload))}
      className={classes.line}
      title={hint}
    >
      <ChangeMark change={change} />
      <span className={classes.text}>
        <b>{changeName(change)}</b> {words}
      </span>
      <Age at={change.at} className={classes.time} />
    </CardLink>
  );
}

/** The outcome where it needs an eye, else what kind of change it was. */
function ChangeMark(props: { change: Change }): JSX.Element {
  const { change } = props;
  const classes = useCardStyles();
  if (change.outcome === 'failed') {
    return <StatusMark kind="failed" decorative />;
  }
  if (change.outcome === 'in-progress') {
    return <StatusMark kind="progressing" decorative />;
  }
  return <Glyph name={glyphOf(change)} size={14} className={classes.glyph} />;
}

function glyphOf(change: Change): GlyphName {
  if (change.type === 'scaling') {
    return 'layers';
  }
  return change.form === 'restart' ? 'refresh' : 'upload';
}
