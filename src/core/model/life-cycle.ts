/** Whether a gateway, a connection or an endpoint is deleted or about to be, by the state that AWS gives it. */
export const isGone = ({ state }: { readonly state?: string | undefined }): boolean => state === 'deleted' || state === 'deleting';
