const always = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

/** What every answer carries; the answer's own headers win. */
export const secured = (own: Readonly<Record<string, string>> = {}): Record<string, string> => ({ ...always, ...own });
