import { useNow } from '../clock';
import { clockTime, fullTime } from './times';

/** Only the turn of the day changes what is written. */
const STEP_MS = 60_000;

/**
 * The clock time of something; the full time with its zone is in the tooltip.
 * @public
 */
export function ClockTime(props: {
  /** RFC 3339. */
  at: string;
  className?: string;
}): JSX.Element {
  const { at, className } = props;
  const now = useNow(STEP_MS);
  return (
    <time className={className} dateTime={at} title={fullTime(at)}>
      {clockTime(at, now)}
    </time>
  );
}
