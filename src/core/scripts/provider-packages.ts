import type { PackageCall } from './packages.ts';

/** What serves, by what the names of its packages begin with. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  httpd: /^(?:httpd|php|mod_)/,
  apache2: /^(?:apache2|libapache2|php)/,
  nginx: /^nginx/,
  caddy: /^caddy/,
  tomcat: /^tomcat/,
  jenkins: /^(?:jenkins|java)/,
  mariadb: /^(?:mariadb|lamp)/,
  mysqld: /^(?:mysql|mariadb)/,
  mysql: /^(?:mysql|mariadb)/,
  postgresql: /^postgres/,
  redis: /^redis/,
  'redis-server': /^redis/,
  redis6: /^redis/,
  docker: /^(?:docker|moby)/,
};

/** The packages that a unit comes in; nothing for units that are not known. */
export const packagesOfUnit = (unit: string): RegExp | undefined => PACKAGES[unit];

/** Names that only the shell knows, groups, and files from elsewhere may hold anything. */
const mayHold = (word: string): boolean => /[$/@]/.test(word);

type Fetched = Pick<PackageCall, 'tool' | 'packages'>;

/** Whether a service by its name may come with what a command installs. */
export function mayProvide(service: string, { tool, packages }: Fetched): boolean {
  if (service === 'http.server') return false;
  if (service === 'flask') return tool === 'pip' || packages.some((word) => /pip|python|flask/.test(word) || mayHold(word));
  const names = PACKAGES[service];
  const isOfSystem = tool === 'dnf' || tool === 'apt' || tool === 'native';
  return isOfSystem && (names === undefined || packages.some((word) => names.test(word) || mayHold(word)));
}
