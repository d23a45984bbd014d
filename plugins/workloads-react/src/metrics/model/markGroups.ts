import { TimeMark } from './TimeMark';

/** Pixels that a flag with its words needs, and that the other marks need. */
const ROOM_PX = { release: 40, scaling: 8, restart: 8, oom: 8 } as const;

/** How far from a mark a pointer still means it, in pixels. */
const REACH_PX = 6;

/** Marks of one kind that stand so close together that one drawing is for all of them. */
export interface MarkGroup<T extends TimeMark = TimeMark> {
  readonly kind: TimeMark['kind'];
  /** Where the first stands, in pixels. */
  readonly x: number;
  /** Oldest first, one at least. */
  readonly marks: readonly T[];
}

/**
 * Puts marks together that would be drawn over each other.
 *
 * @param place - gives the pixel of a moment
 * @param width - pixels from 0 on that are seen; marks outside are left out
 */
export function markGroups<T extends TimeMark>(
  marks: readonly T[],
  place: (at: number) => number,
  width: number,
): MarkGroup<T>[] {
  const open = new Map<TimeMark['kind'], { x: number; marks: T[] }>();
  const groups: (MarkGroup<T> & { marks: T[] })[] = [];
  for (const mark of [...marks].sort((a, b) => a.at - b.at)) {
    const x = place(mark.at);
    if (x < 0 || x > width) {
      continue;
    }
    const last = open.get(mark.kind);
    if (last && x - last.x < ROOM_PX[mark.kind]) {
      last.marks.push(mark);
    } else {
      const group = { kind: mark.kind, x, marks: [mark] };
      open.set(mark.kind, group);
      groups.push(group);
    }
  }
  return groups;
}

/** The marks that a pointer at a pixel means, oldest first. */
export function marksNear<T extends TimeMark>(
  groups: readonly MarkGroup<T>[],
  x: number,
): T[] {
  return groups
    .filter(group => Math.abs(group.x - x) <= REACH_PX)
    .flatMap(group => group.marks)
    .sort((a, b) => a.at - b.at);
}

/** The marks that stand at a step: nearer to it than to the steps beside it. */
export function marksBetween<T extends TimeMark>(
  marks: readonly T[],
  times: readonly number[],
  index: number,
): T[] {
  const at = (times[index] ?? 0) * 1000;
  const half = (((times[1] ?? 0) - (times[0] ?? 0)) * 1000) / 2;
  return marks.filter(mark => mark.at > at - half && mark.at <= at + half);
}
