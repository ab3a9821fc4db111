export type * from './basic.ts';
export type * from './devices.ts';
export type * from './groups.ts';
export type * from './messenger.ts';
export type * from './people.ts';
export type * from './quiet.ts';
export type * from './requests.ts';
export type * from './shield.ts';
