/**
 * Stands in for invitations that are ignored by rules kept in a room (MSC3847). Every client has
 * the field, and only an app reads it: Sotto shows invitations as requests.
 */
// oxlint-disable-next-line typescript/no-extraneous-class -- the SDK makes one with `new`.
export class IgnoredInvites {}
