/**
 * Topic of the events bus on which a change of grants is told. A hint: whoever misses it knows at most 30 s later.
 * @public
 */
export const ACCESS_CHANGED = 'domaindeck.access.changed';
