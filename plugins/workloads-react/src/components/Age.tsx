import { useNow } from '../clock';
import { fullTime } from './times';
import { useAgeText } from './useAgeText';

/** Ages turn over by the minute; a third of one keeps the last minute honest. */
const STEP_MS = 20_000;

/**
 * How long ago, ticking; the full time with its zone is in the tooltip.
 * @public
 */
export function Age(props: {
  /** RFC 3339. */
  at: string;
  className?: string;
}): JSX.Element {
  const { at, className } = props;
  const now = useNow(STEP_MS);
  const ageText = useAgeText();
  return (
    <time className={className} dateTime={at} title={fullTime(at)}>
      {ageText(now - Date.parse(at))}
    </time>
  );
}
