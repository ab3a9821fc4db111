import { ROOM_VERSION } from '@sotto/protocol';

/**
 * The specification's versions that clients may rely on.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientversions
 */
export const specVersions: readonly string[] = Array.from(
  { length: 19 },
  (_, index) => `v1.${index + 1}`,
);

/** Names from before these features were in the specification, which clients still look for. */
export const unstableFeatures: Readonly<Record<string, boolean>> = {
  // Element sets up cross-signing only where it finds this.
  'org.matrix.e2e_cross_signing': true,
  // Private read receipts.
  'org.matrix.msc2285.stable': true,
  // Media that only signed-in people can fetch.
  'org.matrix.msc3916.stable': true,
  // `state_after` in sync.
  'org.matrix.msc4222': true,
  // Profile fields of any name.
  'uk.tcpip.msc4133.stable': true,
};

/** @see https://spec.matrix.org/v1.19/client-server-api/#capabilities-negotiation */
export const capabilities = {
  'm.change_password': { enabled: true },
  'm.room_versions': { default: ROOM_VERSION, available: { [ROOM_VERSION]: 'stable' } },
  'm.set_displayname': { enabled: true },
  'm.set_avatar_url': { enabled: true },
  'm.profile_fields': { enabled: true },
  'm.3pid_changes': { enabled: false },
  'm.get_login_token': { enabled: true },
  'm.forget_forced_upon_leave': { enabled: false },
} as const;
