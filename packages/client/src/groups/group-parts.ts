/** What is loaded once somebody opens a group, makes one, or follows a link to one. */
export { createGroup } from './acting/create-group.ts';
export { findLink, joinByLink } from './acting/group-links.ts';
export { openGroup } from './open-group.ts';
