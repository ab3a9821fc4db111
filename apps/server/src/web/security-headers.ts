/** Where browsers report what the policy stopped. */
export const CSP_REPORTS_PATH = '/_sotto/csp-reports';

/** Every Trusted Types policy the messenger creates. A script can make no other. */
const TRUSTED_TYPES_POLICIES = ['default'];

/** A year: browsers that came once over https refuse anything else. */
const HSTS = 'max-age=31536000';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  'media-src blob:',
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  `trusted-types ${TRUSTED_TYPES_POLICIES.join(' ')}`,
  'report-to csp',
].join('; ');

/** Nothing of the device is asked for until a feature needs it. */
const PERMISSIONS_POLICY = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

/** What every file of the messenger is sent with. */
export function securityHeadersOf(publicUrl: URL): Readonly<Record<string, string>> {
  const headers = {
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': PERMISSIONS_POLICY,
    'referrer-policy': 'no-referrer',
    'reporting-endpoints': `csp="${CSP_REPORTS_PATH}"`,
    'x-content-type-options': 'nosniff',
  };
  // Over plain http the header is ignored at best; a name without a certificate would be locked out.
  return publicUrl.protocol === 'https:'
    ? { ...headers, 'strict-transport-security': HSTS }
    : headers;
}
