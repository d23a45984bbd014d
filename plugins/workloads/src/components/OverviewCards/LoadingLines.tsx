import Skeleton from '@material-ui/lab/Skeleton';

/** Lines that are still to come. */
export function LoadingLines(props: {
  label: string;
  count: number;
}): JSX.Element {
  return (
    <div role="status" aria-label={props.label} style={{ padding: '8px 16px' }}>
      {Array.from({ length: props.count }, (_, i) => (
        <Skeleton key={i} animation="wave" height={34} />
      ))}
    </div>
  );
}
