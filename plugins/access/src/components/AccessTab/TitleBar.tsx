import { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RightsMatrix } from '@domaindeck/backstage-plugin-access-common';
import {
  Glyph,
  RefusedControl,
  useControlStyles,
} from '@domaindeck/backstage-plugin-workloads-react';
import { accessTranslationRef } from '../../translation';
import { AccessViewControl } from './useAccessView';
import { ViewSwitch } from './ViewSwitch';

const useStyles = makeStyles(
  {
    root: {
      display: 'flex',
      alignItems: 'center',
      flexWrap: 'wrap',
      gap: 12,
    },
    title: { flex: 1, fontSize: 18, lineHeight: '24px', fontWeight: 600 },
  },
  { name: 'DomainDeckAccessTitle' },
);

/** What the tab is about, the ways to look at it, and the way to change it. */
export function TitleBar(props: {
  rights: RightsMatrix;
  view: AccessViewControl;
  /** What is under way. */
  children?: ReactNode;
}): JSX.Element {
  const { rights, view, children } = props;
  const { caller } = rights;
  const classes = useStyles();
  const controls = useControlStyles();
  const { t } = useTranslationRef(accessTranslationRef);
  const editing = view.state.editing !== undefined;
  return (
    <div className={classes.root}>
      <Typography component="h2" className={classes.title}>
        {t('rights.title')}
      </Typography>
      {children}
      <ViewSwitch rights={rights} view={view} />
      {caller.mayManage ? (
        <button
          type="button"
          className={`${controls.control} ${editing ? controls.set : ''}`}
          aria-pressed={editing}
          onClick={() =>
            view.change(
              {
                view: 'rights',
                editing: editing ? undefined : { type: 'new' },
              },
              { step: true },
            )
          }
        >
          <Glyph name="pencil" />
          {t('rights.change')}
        </button>
      ) : (
        <RefusedControl reason={caller.refusal ?? t('grants.form.notAllowed')}>
          {t('rights.change')}
        </RefusedControl>
      )}
    </div>
  );
}
