import { useEffect, useState } from 'react';

/**
 * Whether the end of the log is followed. What is looked at must not move, nor what is searched: a line that is opened
 * pauses until somebody resumes, a text that is typed only as long as it stands there. When it has become a condition or
 * is gone, the end is followed as before.
 *
 * @param options.mode - another one begins at its end
 * @returns whether it is followed, and the way to follow or to pause
 */
export function useFollowing(options: {
  mode: string;
  isLooking: boolean;
  isSearching: boolean;
}): [boolean, (follows: boolean) => void] {
  const { mode, isLooking, isSearching } = options;
  const [wanted, setWanted] = useState(true);
  /** Somebody has resumed while a text stands there. */
  const [isResumed, setIsResumed] = useState(false);
  useEffect(() => setWanted(true), [mode]);
  useEffect(() => {
    if (isLooking) {
      setWanted(false);
    }
  }, [isLooking]);
  useEffect(() => {
    if (!isSearching) {
      setIsResumed(false);
    }
  }, [isSearching]);
  return [
    wanted && (!isSearching || isResumed),
    follows => {
      setWanted(follows);
      setIsResumed(follows);
    },
  ];
}
