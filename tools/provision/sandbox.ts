import { existsSync, readFileSync } from 'node:fs';

/** Ubuntu 24.04 and later: https://ubuntu.com/blog/ubuntu-23-10-restricted-unprivileged-user-namespaces */
const USER_NAMESPACES_RESTRICTED = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';

/**
 * Switches for a Chromium or Electron from a folder of ours. Their sandbox starts neither as root nor, unless installed
 * by the system, where user namespaces are kept from unknown programs; the installed app is not started this way.
 */
export function sandboxSwitches(): readonly string[] {
  if (process.platform !== 'linux') return [];
  const isRestricted = existsSync(USER_NAMESPACES_RESTRICTED) && readFileSync(USER_NAMESPACES_RESTRICTED, 'utf8').trim() === '1';
  return process.getuid?.() === 0 || isRestricted ? ['--no-sandbox'] : [];
}
