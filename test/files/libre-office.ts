import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const found = (): string | undefined =>
  ['soffice', 'libreoffice'].find((command) => {
    const { status } = spawnSync(command, ['--version'], { stdio: 'ignore', timeout: 60_000 });
    return status === 0;
  });

/** The command that is LibreOffice; installed first where that may be done: as root, on a Debian. Undefined elsewhere. */
export const libreOffice = ({ mayInstall }: { readonly mayInstall: boolean }): string | undefined => {
  const own = found();
  if (own !== undefined) return own;
  if (!mayInstall || process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: readonly string[]) =>
    spawnSync('apt-get', args, { env, stdio: 'ignore', timeout: 600_000 }).status === 0;
  if (apt('update')) apt('install', '-y', '--no-install-recommends', 'libreoffice-calc');
  return found();
};
