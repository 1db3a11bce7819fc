/** The hosts of the pages that findings and steps point to: the only ones `openLink` opens. */
export const documentationHosts = [
  'docs.aws.amazon.com',
  'aws.amazon.com',
  'repost.aws',
  'www.rfc-editor.org',
  'datatracker.ietf.org',
  'www.iana.org',
  'docs.docker.com',
  'learn.microsoft.com',
] as const;
