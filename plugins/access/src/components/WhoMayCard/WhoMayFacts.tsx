import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RightsMatrix } from '@domaindeck/backstage-plugin-access-common';
import { tokensOf } from '@domaindeck/backstage-plugin-workloads-react';
import { useOwnRoles, useRoleText } from '../../hooks';
import { accessTranslationRef } from '../../translation';
import { RoleMark } from '../parts/RoleMark';
import { weightOf } from '../parts/weightOf';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      list: {
        margin: 0,
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) max-content',
        rowGap: 4,
        '& dt': { color: tokens.text2 },
        '& dd': {
          margin: 0,
          minWidth: 96,
          display: 'flex',
          alignItems: 'center',
          gap: 8,
        },
      },
      sub: { margin: '8px 0 0', color: tokens.text2 },
    };
  },
  { name: 'DomainDeckWhoMayFacts' },
);

/** The reader's own role per environment, the owners, and how many departments hold a role. */
export function WhoMayFacts(props: {
  rights: RightsMatrix;
  tierLabel: (tier: string) => string;
}): JSX.Element {
  const { rights, tierLabel } = props;
  const classes = useStyles();
  const roleText = useRoleText();
  const { t } = useTranslationRef(accessTranslationRef);
  const own = useOwnRoles(rights);
  const departments = rights.rows.filter(
    row => row.subject.kind === 'group',
  ).length;
  const owners = rights.ask.map(({ title }) => title);
  return (
    <>
      <dl className={classes.list} aria-label={t('rights.card.you')}>
        {rights.environments.map(({ cluster, tier, title }) => [
          <dt key={cluster}>
            {tierLabel(tier)} · {title}
          </dt>,
          <dd key={`${cluster} role`}>
            <RoleMark weight={weightOf(own.get(cluster), rights.roles)} />
            {own.known ? roleText(own.get(cluster)) : '…'}
          </dd>,
        ])}
      </dl>
      <p className={classes.sub}>
        {t('rights.card.owners')}:{' '}
        {owners.join(t('rights.list.comma')) || t('rights.card.nobody')}
      </p>
      <p className={classes.sub}>
        {t('rights.card.departments', { count: departments })}
      </p>
    </>
  );
}
