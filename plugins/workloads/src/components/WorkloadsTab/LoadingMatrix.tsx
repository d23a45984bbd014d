import Skeleton from '@material-ui/lab/Skeleton';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { workloadsTranslationRef } from '../../translation';
import { useMatrixStyles } from './useMatrixStyles';

const ROWS = [64, 40, 70, 52, 66, 48, 58];
const COLUMNS = [60, 48, 66, 54];

/** The matrix before anything is known, in the measure of what comes. */
export function LoadingMatrix(): JSX.Element {
  const classes = useMatrixStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  return (
    <div
      className={classes.card}
      role="progressbar"
      aria-label={t('workloads.heading.loading')}
    >
      <table className={classes.table} aria-hidden="true">
        <tbody>
          {ROWS.map((width, row) => (
            <tr key={width}>
              <th className={classes.service} aria-hidden="true">
                <Skeleton width={`${width}%`} />
              </th>
              {COLUMNS.map((share, column) => (
                <td key={share} style={{ padding: '0 16px' }}>
                  <Skeleton width={`${share - ((row + column) % 3) * 6}%`} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
