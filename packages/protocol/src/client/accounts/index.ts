export { deleteDevice } from './devices/delete-device.ts';
export { deleteDevices } from './devices/delete-devices.ts';
export { getDevice } from './devices/get-device.ts';
export { getDevices } from './devices/get-devices.ts';
export { updateDevice } from './devices/update-device.ts';
export { getCapabilities } from './discovery/get-capabilities.ts';
export { getVersions } from './discovery/get-versions.ts';
export { getWellknown } from './discovery/get-wellknown.ts';
export { cancelDeviceLink } from './linking/cancel-device-link.ts';
export { claimDeviceLink } from './linking/claim-device-link.ts';
export { confirmDeviceLink } from './linking/confirm-device-link.ts';
export type { DeviceLinkState } from './linking/device-link.ts';
export {
  LINK_CODE_LENGTH,
  LINK_CODE_SIGNS,
  printLinkCode,
  readLinkCode,
} from './linking/link-code.ts';
export { refuseDeviceLink } from './linking/refuse-device-link.ts';
export { startDeviceLink } from './linking/start-device-link.ts';
export { DEVICE_LINK_WAIT_MS_MAX, watchDeviceLink } from './linking/watch-device-link.ts';
export { getProtection } from './get-protection.ts';
export { deleteProfileField } from './profiles/delete-profile-field.ts';
export { getProfileField } from './profiles/get-profile-field.ts';
export { getUserProfile } from './profiles/get-user-profile.ts';
export {
  BIO_FIELD,
  BIO_LENGTH_MAX,
  BUSINESS_FIELD,
  PRONOUNS_FIELD,
  PRONOUNS_LENGTH_MAX,
  TIME_ZONE_FIELD,
} from './profiles/profile-fields.ts';
export { searchUserDirectory } from './profiles/search-user-directory.ts';
export { setProfileField } from './profiles/set-profile-field.ts';
export { checkUsernameAvailability } from './registration/check-username-availability.ts';
export { BIRTH_MONTH, register } from './registration/register.ts';
export { registrationTokenValidity } from './registration/registration-token-validity.ts';
export { changePassword } from './sessions/change-password.ts';
export { deactivateAccount } from './sessions/deactivate-account.ts';
export { generateLoginToken } from './sessions/generate-login-token.ts';
export { getLoginFlows } from './sessions/get-login-flows.ts';
export { getTokenOwner } from './sessions/get-token-owner.ts';
export { login } from './sessions/login.ts';
export { logoutAll } from './sessions/logout-all.ts';
export { logout } from './sessions/logout.ts';
export { refresh } from './sessions/refresh.ts';
