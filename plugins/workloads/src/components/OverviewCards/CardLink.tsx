import { ReactNode } from 'react';
import { Link } from 'react-router-dom';

/** A link into the Workloads tab; only its content where the portal shows no such tab. */
export function CardLink(props: {
  /** Path of the tab. */
  tabPath: string | undefined;
  /** The query, with its question mark. */
  search?: string;
  className?: string;
  title?: string;
  label?: string;
  children: ReactNode;
}): JSX.Element {
  const { tabPath, search, className, title, label, children } = props;
  if (tabPath === undefined) {
    return (
      <span className={className} title={title}>
        {children}
      </span>
    );
  }
  return (
    <Link
      to={{ pathname: tabPath, search }}
      className={className}
      title={title}
      aria-label={label}
    >
      {children}
    </Link>
  );
}
