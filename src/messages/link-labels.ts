/** What links to pages of ours are called: the same words in every face of a card. */

/** Not "Stop these mails": spamassassin takes those words for spam (END_FUTURE_EMAILS), and this one everybody knows. */
export const STOP_LABEL = 'Unsubscribe or pause';
export const CORRECT_LABEL = 'Correct what is wrong';

/** Each link of a message reads differently: a list of links is read out without what stands around them. */
export const sayLabel = (number: number, only: boolean): string =>
  only ? 'Say what you think of it' : `Say what you think of number ${number}`;
