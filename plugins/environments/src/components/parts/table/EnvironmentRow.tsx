import { memo } from 'react';
import { Link } from 'react-router-dom';
import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { EnvironmentRecord } from '@domaindeck/backstage-plugin-environments-common';
import {
  clockTime,
  StateWord,
  useNow,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useMoneyText, useRecordText } from '../../../hooks';
import { purposeOf } from '../../../model/purposeOf';
import { stateOf } from '../../../model/stateOf';
import { environmentsTranslationRef } from '../../../translation';
import { PersonName } from '../PersonName';
import { useCardStyles } from '../useCardStyles';
import { AddressCell } from './AddressCell';
import { LifeCell } from './LifeCell';
import { RowMenu } from './RowMenu';
import { ServicesCell } from './ServicesCell';
import { RowActions } from './useRowActions';
import { useTableStyles } from './useTableStyles';

/** Marks the link of a row, between which arrows move. */
export const ROW_LINK = 'data-environment';

function Row(props: {
  record: EnvironmentRecord;
  me: string | undefined;
  /** What the second column holds. */
  second: 'owner' | 'domain';
  /** Whether there is a column of costs. */
  costs: boolean;
  path: string;
  copyPath: string;
  actions: RowActions;
}): JSX.Element {
  const { record, me, second, costs, path, copyPath, actions } = props;
  const classes = useTableStyles();
  const cards = useCardStyles();
  const now = useNow(60_000);
  const text = useRecordText();
  const money = useMoneyText();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const note = text.note(record, now);
  const silent = record.clusterSilent === true;
  return (
    <tr className={`${classes.row} ${silent ? classes.silent : ''}`}>
      <th scope="row">
        <Link to={path} className={classes.name} {...{ [ROW_LINK]: record.id }}>
          {record.name}
        </Link>
        <span className={classes.sub} title={purposeOf(record)}>
          {purposeOf(record)}
        </span>
      </th>
      <td>
        {second === 'owner' ? (
          <PersonName
            person={record.creator}
            reader={record.creator.toLocaleLowerCase('en-US') === me}
          />
        ) : (
          <EntityRefLink
            entityRef={record.domain}
            title={parseEntityRef(record.domain).name}
            hideIcon
            className={cards.link}
          />
        )}
      </td>
      <td>
        <span className={classes.state}>
          <StateWord kind={silent ? 'silent' : stateOf(record).mark}>
            {text.state(record, now)}
          </StateWord>
        </span>
        {(silent || note) && (
          <span className={`${classes.sub} ${classes.under}`} title={note}>
            {silent && record.asOf
              ? t('common.state.lastKnown', {
                  time: clockTime(record.asOf, now),
                })
              : note}
          </span>
        )}
      </td>
      <td>
        <LifeCell record={record} actions={actions} />
      </td>
      <td>
        <ServicesCell record={record} />
      </td>
      <td>{record.specification.size}</td>
      {costs && (
        <td className={classes.number}>
          {record.cost &&
            money.number(record.state === 'asleep' ? 0 : record.cost.perDay)}
        </td>
      )}
      <td>
        <AddressCell record={record} />
      </td>
      <td className={classes.number}>
        <RowMenu
          record={record}
          path={path}
          copyPath={copyPath}
          actions={actions}
        />
      </td>
    </tr>
  );
}

/** One environment: name, who, state, life, services, size, cost, address. */
export const EnvironmentRow = memo(Row);
