export { createContent } from './create-content.ts';
export { getConfigAuthed } from './get-config-authed.ts';
export { getContentAuthed } from './get-content-authed.ts';
export { getContentOverrideNameAuthed } from './get-content-override-name-authed.ts';
export { getContentThumbnailAuthed, type ThumbnailMethod } from './get-content-thumbnail-authed.ts';
export { uploadContent } from './upload-content.ts';
export { uploadContentToMxc } from './upload-content-to-mxc.ts';
