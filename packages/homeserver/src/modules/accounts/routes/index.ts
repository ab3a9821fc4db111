import type { Route } from '../../../http/index.ts';
import type { Accounts } from '../service.ts';
import { deleteDeviceRoute } from './devices/delete-device.ts';
import { deleteDevicesRoute } from './devices/delete-devices.ts';
import { getDeviceRoute } from './devices/get-device.ts';
import { getDevicesRoute } from './devices/get-devices.ts';
import { updateDeviceRoute } from './devices/update-device.ts';
import { deleteProfileFieldRoute } from './profiles/delete-profile-field.ts';
import { getProfileFieldRoute } from './profiles/get-profile-field.ts';
import { getUserProfileRoute } from './profiles/get-user-profile.ts';
import { searchUserDirectoryRoute } from './profiles/search-user-directory.ts';
import { setProfileFieldRoute } from './profiles/set-profile-field.ts';
import { checkUsernameAvailabilityRoute } from './registration/check-username-availability.ts';
import { registerRoute } from './registration/register.ts';
import { registrationTokenValidityRoute } from './registration/registration-token-validity.ts';
import { deviceLinkRoutes } from './linking/index.ts';
import { changePasswordRoute } from './sessions/change-password.ts';
import { deactivateAccountRoute } from './sessions/deactivate-account.ts';
import { generateLoginTokenRoute } from './sessions/generate-login-token.ts';
import { getLoginFlowsRoute } from './sessions/get-login-flows.ts';
import { getTokenOwnerRoute } from './sessions/get-token-owner.ts';
import { loginRoute } from './sessions/login.ts';
import { logoutAllRoute } from './sessions/logout-all.ts';
import { logoutRoute } from './sessions/logout.ts';
import { refreshRoute } from './sessions/refresh.ts';

export function accountRoutes(accounts: Accounts, publicUrl: string): Route[] {
  const { devices, directory, profiles, registration, sessions } = accounts;
  return [
    registerRoute(registration),
    checkUsernameAvailabilityRoute(registration),
    registrationTokenValidityRoute(registration),
    getLoginFlowsRoute(),
    loginRoute(sessions, publicUrl),
    generateLoginTokenRoute(sessions),
    refreshRoute(sessions),
    logoutRoute(sessions),
    logoutAllRoute(sessions),
    getTokenOwnerRoute(),
    changePasswordRoute(accounts.accounts),
    deactivateAccountRoute(accounts.accounts),
    getDevicesRoute(devices),
    getDeviceRoute(devices),
    updateDeviceRoute(devices),
    deleteDeviceRoute(devices),
    deleteDevicesRoute(devices),
    ...deviceLinkRoutes(accounts.links),
    getUserProfileRoute(profiles),
    getProfileFieldRoute(profiles),
    setProfileFieldRoute(profiles),
    deleteProfileFieldRoute(profiles),
    searchUserDirectoryRoute(directory),
  ];
}
