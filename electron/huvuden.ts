/**
 * What the window may do, in both shells: run and show what came with the program, talk to where it came from, nothing else.
 * Blobs are for pictures of what is about to be printed and never scripts; styles are files, and React sets single
 * properties through the CSSOM, which the policy lets pass.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

/** Features of the web platform that Lotsen has no use for. */
const FEATURES = ['camera', 'microphone', 'geolocation', 'display-capture', 'usb', 'serial', 'hid', 'midi', 'payment', 'idle-detection', 'local-fonts', 'screen-wake-lock', 'publickey-credentials-get', 'window-management']

/** The response headers of every answer, whatever it answers. */
export const SKYDDSHUVUDEN: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Origin-Agent-Cluster': '?1',
  'Permissions-Policy': FEATURES.map((namn) => `${namn}=()`).join(', '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cache-Control': 'no-store',
}
