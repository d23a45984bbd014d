import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Explanation,
  RightsMatrix,
} from '@domaindeck/backstage-plugin-access-common';
import {
  CopyButton,
  Glyph,
  RefusedControl,
  tokensOf,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useRoleText } from '../../hooks';
import { accessTranslationRef } from '../../translation';
import { useCardStyles } from '../parts/useCardStyles';
import { requestText } from './model/requestText';
import { MayRow } from './model/verbGroups';
import { useVerbText } from './useVerbText';

const REASON_ID = 'domaindeck-access-answer';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      say: {
        flex: '1 1 240px',
        minWidth: 0,
        fontSize: 12,
        lineHeight: '18px',
        color: tokens.text2,
        '& b': { color: tokens.text, fontWeight: 600 },
        '& p': { margin: 0 },
      },
    };
  },
  { name: 'DomainDeckMayAnswer' },
);

/** The answer to one lock or tick: what it needs, what is held, and whom to ask. */
export function MayAnswer(props: {
  rights: RightsMatrix;
  explanation: Explanation;
  row: MayRow;
  cluster: string;
  /** What the environment is called. */
  environment: string;
}): JSX.Element | null {
  const { rights, explanation, row, cluster, environment } = props;
  const classes = useStyles();
  const cards = useCardStyles();
  const roleText = useRoleText();
  const verbText = useVerbText();
  const { t } = useTranslationRef(accessTranslationRef);
  const cell = row.cells.find(one => one.cluster === cluster);
  if (!cell) {
    return null;
  }
  const { subject } = explanation;
  const reader = subject.ref === rights.caller.subject.ref;
  const name = subject.title;
  const what = verbText(row.name);
  if (cell.allowed) {
    return (
      <footer className={cards.foot}>
        <Glyph name="check" size={14} />
        <span className={classes.say}>
          <b>
            {reader
              ? t('rights.may.allowedYou', { environment })
              : t('rights.may.allowed', { environment, name })}
          </b>
        </span>
      </footer>
    );
  }
  const sentence = () => {
    if (!cell.needs) {
      return t('rights.may.noRole', { environment });
    }
    const said = { environment, needs: roleText(cell.needs) };
    if (cell.holds) {
      const holds = roleText(cell.holds);
      return reader
        ? t('rights.may.titleYouHold', { ...said, holds })
        : t('rights.may.titleHolds', { ...said, holds, name });
    }
    return reader
      ? t('rights.may.titleYouHoldNothing', said)
      : t('rights.may.titleHoldsNothing', { ...said, name });
  };
  const [first, ...others] = explanation.ask;
  const askText = () => {
    if (!first) {
      return t('rights.may.askNobody');
    }
    return others.length > 0
      ? t('rights.may.askOwner', {
          who: first.title,
          domain: rights.domain.title,
        })
      : t('rights.may.ask', { who: first.title });
  };
  const request = () =>
    requestText({
      labels: {
        title: t('rights.request.title'),
        person: t('rights.request.person'),
        domain: t('rights.request.domain'),
        environment: t('rights.request.environment'),
        role: t('rights.request.role'),
        action: t('rights.request.action'),
        reason: t('rights.request.reason'),
        link: t('rights.request.link'),
      },
      person: `${name} (${subject.ref})`,
      domain: `${rights.domain.title} (${rights.domain.ref})`,
      environment: `${environment} (${cluster})`,
      role: roleText(cell.needs),
      action: what,
      link: window.location.href,
    });
  return (
    <footer className={cards.foot}>
      <RefusedControl size="small" reason={sentence()} describedBy={REASON_ID}>
        {what}
      </RefusedControl>
      <div id={REASON_ID} className={classes.say}>
        <p>
          <b>{sentence()}</b>
        </p>
        <p>
          {askText()}{' '}
          {cell.needs && (
            <CopyButton look="link" text={request}>
              {t('rights.may.copy')}
            </CopyButton>
          )}
        </p>
      </div>
    </footer>
  );
}
