import { memo, ReactNode } from 'react';
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
import { TableColumn } from '../../../model/tableColumns';
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
  columns: readonly TableColumn[];
  drawsServices: boolean;
  path: string;
  copyPath: string;
  actions: RowActions;
}): JSX.Element {
  const { record, me, second, columns, path, copyPath, actions } = props;
  const classes = useTableStyles();
  const cards = useCardStyles();
  const now = useNow(60_000);
  const text = useRecordText();
  const money = useMoneyText();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const note = text.note(record, now);
  const silent = record.clusterSilent === true;
  const who = () =>
    second === 'owner' ? (
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
    );
  const cells: Readonly<Record<TableColumn, () => ReactNode>> = {
    name: () => (
      <th key="name" scope="row">
        <Link to={path} className={classes.name} {...{ [ROW_LINK]: record.id }}>
          {record.name}
        </Link>
        {columns.includes('address') ? (
          <span className={classes.sub} title={purposeOf(record)}>
            {purposeOf(record)}
          </span>
        ) : (
          <div className={classes.below}>
            <AddressCell record={record} />
          </div>
        )}
      </th>
    ),
    second: () => <td key="second">{who()}</td>,
    state: () => (
      <td key="state">
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
    ),
    life: () => (
      <td key="life">
        <LifeCell record={record} actions={actions} />
      </td>
    ),
    services: () => (
      <td key="services">
        <ServicesCell record={record} me={me} draws={props.drawsServices} />
      </td>
    ),
    size: () => <td key="size">{record.specification.size}</td>,
    cost: () => (
      <td key="cost" className={classes.number}>
        {record.cost &&
          money.number(record.state === 'asleep' ? 0 : record.cost.perDay)}
      </td>
    ),
    address: () => (
      <td key="address">
        <AddressCell record={record} />
      </td>
    ),
  };
  return (
    <tr className={`${classes.row} ${silent ? classes.silent : ''}`}>
      {columns.map(column => cells[column]())}
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
