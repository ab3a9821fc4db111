/** Stands in for shared folders (MSC3089), which exist only where an app makes and opens them. */
import { absentClass } from './absent-part.ts';

export const MSC3089TreeSpace = absentClass('the part for file trees');

/** Read only while a folder is made. */
export const DEFAULT_TREE_POWER_LEVELS_TEMPLATE = {};
