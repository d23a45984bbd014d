import { useMemo, useRef, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Preview,
  RightsMatrix,
} from '@domaindeck/backstage-plugin-access-common';
import {
  Glyph,
  useMatrixCursor,
  useTierLabel,
} from '@domaindeck/backstage-plugin-workloads-react';
import { accessTranslationRef } from '../../translation';
import { useCardStyles } from '../parts/useCardStyles';
import { DepartmentRow } from './DepartmentRow';
import { MemberNote } from './MemberNote';
import { MemberRow } from './MemberRow';
import { drawMembers, drawRows } from './model/matrixRows';
import { matrixLines } from './model/matrixLines';
import { RoleLegend } from './RoleLegend';
import { AccessViewControl } from './useAccessView';
import { OpenDepartment, useMembers } from './useMembers';
import { useRightsStyles } from './useRightsStyles';

/** Departments by environment with the strongest role of each; a department opens to its people. */
export function RightsTable(props: {
  rights: RightsMatrix;
  view: AccessViewControl;
  names: ReadonlyMap<string, string>;
  preview: Preview | undefined;
}): JSX.Element {
  const { rights, view, names, preview } = props;
  const { environments, others, domain } = rights;
  const classes = useRightsStyles();
  const cards = useCardStyles();
  const tierLabel = useTierLabel();
  const { t } = useTranslationRef(accessTranslationRef);
  const [open, setOpen] = useState<readonly OpenDepartment[]>([]);
  const members = useMembers(rights.entityRef, open);
  const rows = useMemo(
    () => drawRows(rights.rows, preview),
    [rights.rows, preview],
  );
  const pages = members.status === 'ready' ? members.data : undefined;
  const lines = useMemo(
    () =>
      matrixLines(rows, open, group => {
        const page = pages?.get(group);
        return page && { ...page, items: drawMembers(page.items, preview) };
      }),
    [rows, open, pages, preview],
  );
  const table = useRef<HTMLTableElement>(null);
  const size = {
    rows: lines.filter(({ type }) => type === 'row' || type === 'member')
      .length,
    columns: environments.length + 1,
  };
  const cursor = useMatrixCursor(table, size);
  const toggle = (group: string) =>
    setOpen(now =>
      now.some(one => one.group === group)
        ? now.filter(one => one.group !== group)
        : [...now, { group, q: '' }],
    );
  const search = (group: string, q: string) =>
    setOpen(now => now.map(one => (one.group === group ? { group, q } : one)));
  const chosen = view.state.of ?? rights.caller.subject.ref;
  const common = { rights, view, names, chosen, cursor };
  return (
    <section className={cards.card}>
      <div className={classes.scroll}>
        <table
          ref={table}
          className={classes.table}
          aria-label={t('rights.matrix.label')}
        >
          <thead>
            <tr>
              <th scope="col" className={classes.who}>
                <span className={classes.cluster}>
                  {t('rights.matrix.department')}
                </span>
              </th>
              {environments.map(({ cluster, tier, title }) => (
                <th key={cluster} scope="col">
                  <b>{tierLabel(tier)}</b>
                  <span className={classes.cluster}>{title}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(line => {
              switch (line.type) {
                case 'row':
                  return (
                    <DepartmentRow
                      key={line.key}
                      {...common}
                      line={line}
                      onToggle={() => toggle(line.row.subject.ref)}
                    />
                  );
                case 'member':
                  return <MemberRow key={line.key} {...common} line={line} />;
                default:
                  return (
                    <MemberNote
                      key={line.key}
                      line={line}
                      columns={size.columns}
                      error={
                        members.status === 'failed' ? members.error : undefined
                      }
                      onRetry={members.reload}
                      onSearch={q => search(line.group.ref, q)}
                    />
                  );
              }
            })}
            <tr>
              <th scope="row">
                <span className={`${classes.name} ${classes.static}`}>
                  <Glyph name="lock" size={14} />
                  <b>{t('rights.matrix.everyoneElse')}</b>
                  <span className={classes.nameSub}>
                    {t('rights.matrix.people', { count: others.count })}
                  </span>
                </span>
              </th>
              <td
                colSpan={environments.length}
                className={`${classes.quiet} ${classes.wide}`}
              >
                {t('rights.matrix.closed', { name: domain.title })}
              </td>
            </tr>
          </tbody>
        </table>
      </div>
      <RoleLegend rights={rights} />
    </section>
  );
}
