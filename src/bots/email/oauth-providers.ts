/** Where refresh tokens become access tokens, by provider. */
export type OAuthProvider = 'google' | 'microsoft';

export interface OAuthEndpoint {
  url: string;
  /** What is asked for; Google's refresh token carries its scope. */
  scope?: string;
  /** For whoever has to make a new refresh token. */
  howToRenew: string;
}

export const OAUTH_ENDPOINTS: Readonly<Record<OAuthProvider, OAuthEndpoint>> = {
  // https://developers.google.com/identity/protocols/oauth2/web-server#offline
  google: {
    url: 'https://oauth2.googleapis.com/token',
    howToRenew:
      'Give consent again with the scope https://mail.google.com/ (access_type=offline) and put the new refresh token into IMAP_OAUTH_REFRESH_TOKEN. While the Google project is in testing its tokens end after 7 days: publish it.',
  },
  // https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth
  microsoft: {
    url: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
    scope: 'https://outlook.office.com/IMAP.AccessAsUser.All offline_access',
    howToRenew:
      'Sign in again with the scopes offline_access and https://outlook.office.com/IMAP.AccessAsUser.All and put the new refresh token into IMAP_OAUTH_REFRESH_TOKEN.',
  },
};
