import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RightsMatrix } from '@domaindeck/backstage-plugin-access-common';
import {
  RefusedControl,
  SegmentedControl,
} from '@domaindeck/backstage-plugin-workloads-react';
import { accessTranslationRef } from '../../translation';
import { ACCESS_VIEWS } from './model/viewState';
import { AccessViewControl } from './useAccessView';

const useStyles = makeStyles(
  { root: { display: 'inline-flex', gap: 8 } },
  { name: 'DomainDeckAccessViews' },
);

/** Rights, grants, audit; the last one refused, not hidden, to who may not read it. */
export function ViewSwitch(props: {
  rights: RightsMatrix;
  view: AccessViewControl;
}): JSX.Element {
  const { rights, view } = props;
  const { caller } = rights;
  const classes = useStyles();
  const { t } = useTranslationRef(accessTranslationRef);
  const offered = ACCESS_VIEWS.filter(
    one => one !== 'audit' || caller.mayAudit,
  );
  return (
    <span className={classes.root}>
      <SegmentedControl
        label={t('rights.view.label')}
        value={view.state.view}
        options={offered.map(value => ({
          value,
          text: t(`rights.view.${value}`),
          glyph: undefined,
        }))}
        compact={false}
        onChange={value =>
          view.change({ view: value, editing: undefined }, { step: true })
        }
      />
      {!caller.mayAudit && (
        <RefusedControl reason={caller.auditRefusal ?? ''}>
          {t('rights.view.audit')}
        </RefusedControl>
      )}
    </span>
  );
}
