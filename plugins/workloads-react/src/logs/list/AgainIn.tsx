import { useNow } from '../../clock';
import { useLogText } from '../useLogText';

/** Seconds are counted down. */
const STEP_MS = 1_000;

/** When a silent cluster is asked again; nothing once that is past. */
export function AgainIn(props: {
  /** Milliseconds since 1970. */
  at: number;
}): JSX.Element | null {
  const { at } = props;
  const now = useNow(STEP_MS);
  const t = useLogText();
  return at > now ? (
    <span>
      {t('logs.note.again', { seconds: Math.ceil((at - now) / 1_000) })}
    </span>
  ) : null;
}
