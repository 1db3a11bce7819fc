import { app, type Session, type WebContents } from 'electron';
import type { SenderCheck } from './ipc/ipc-main.ts';
import { isOwnPage, mayLoad, type DevelopmentServer } from './page-address.ts';

/**
 * Switches off what Chromium does over the network on its own account, and name resolution with it: the program makes no
 * network calls. https://www.electronjs.org/docs/latest/tutorial/security
 */
export function forbidNetwork(developmentServer: DevelopmentServer): void {
  const { commandLine } = app;
  for (const name of ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability', 'no-pings']) commandLine.appendSwitch(name);
  const exception = developmentServer === undefined ? '' : ', EXCLUDE localhost, EXCLUDE 127.0.0.1';
  commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND${exception}`);
}

/** Nothing but the page's own parts is loaded, nothing is permitted, nothing is downloaded. */
export function hardenSession(session: Session, developmentServer: DevelopmentServer): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !mayLoad(details.url, developmentServer) }));
}

/** No page leads away from the window's own, opens another window, or embeds one. */
export function hardenContents(contents: WebContents, developmentServer: DevelopmentServer): void {
  const stay = (event: { preventDefault(): void }, address: string): void => {
    if (!isOwnPage(address, developmentServer)) event.preventDefault();
  };
  contents.on('will-navigate', (event, address) => stay(event, address));
  contents.on('will-redirect', (event, address) => stay(event, address));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Trusts the main frame of one window while it shows our own page. */
export function trustWindow(contents: () => WebContents | undefined, developmentServer: DevelopmentServer): SenderCheck {
  return ({ sender, senderFrame }) => {
    if (senderFrame === null || sender.id !== contents()?.id) return false;
    return senderFrame.parent === null && isOwnPage(senderFrame.url, developmentServer);
  };
}
