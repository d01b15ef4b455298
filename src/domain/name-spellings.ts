/** Whether two words are one name: spelled with and without umlauts, in short, or in Cyrillic and Latin letters. Both folded (`nameWords`). */

/** Short forms that people use in place of their given name. A word may be in several rows. */
const SHORT_FORMS: readonly (readonly string[])[] = `
abigail abby|albert al bert|alexander aleksander alejandro alex sasha sascha xander|alexandra alex sasha sandra|alfred alf fred
andrew andy drew|anthony antonio tony toni|antonia toni|barbara barb|benjamin ben|bernard bernie|bradley brad|catherine katherine kathryn katharina katarzyna cathy kathy kate katie katja kasia
charles charlie chuck|charlotte lotte charlie|christian chris|christina christine chris tina|christopher christoph chris|daniel dan danny|david dave|deborah debbie deb
dimitri dmitri dmitry dima|dominic dominik dom|donald don|dorothy dot dottie|edward ed eddie ted|edwin ed|eleanor ellie nora|elizabeth elisabeth liz lizzie beth betty lisa eliza
emily em|eugene gene|evgeny zhenya|francesco franco|francis frank|francisco paco pancho|frederick friedrich fred fritz|gabriel gabe|gabriela gabi|geoffrey geoff|gerald gerry jerry|gerhard gerd
gregory greg|giovanni gianni|giuseppe beppe|guadalupe lupe|harold harry|heinrich heinz|henry harry hank|ignacio nacho|isabella isabelle isabel bella|jacob jakob jake|james jim jimmy jamie
janet jan|jennifer jen jenny|jessica jess|joachim jochen achim|johannes johann hans jo|john jack johnny jon|jonathan jon|jose pepe|joseph josef joe sepp|joshua josh|judith judy|karl carl
kenneth ken|kristina kris|lawrence laurence larry|leonard leo len|leonardo leo|louis louie lou|ludwig lutz|magdalena magda lena|malgorzata gosia|manfred manni|manuel manolo|margaret maggie meg peggy margarete greta
maria mary mia masha|matthew matthias mathias matt|maximilian max|michael mikhail mike mick misha michi|nathan nathaniel nate nat|natalia natasha|nicholas nikolaus nicolas nick klaus|olga olya|oliver olli ollie|pamela pam
patricia pat patty trish|patrick pat paddy|peter pete piotr|philip phillip philipp phil|rafael rafa|raymond ray|rebecca becky|reinhard reiner|richard rich rick dick ricky|robert bob rob bobby robbie bert|roberto beto|ronald ron
rosa rosie|rudolf rudi|samuel samantha sam|sebastian seb basti|sergey seryozha|siegfried siggi|solomon sol|stanislav stas|stephen steven stefan stephan steve|stephanie steph steffi|susan susanne sue susi|svetlana sveta
tatiana tanya|theodore theodor ted theo|theresa teresa terry tess|thomas tomas tom tommy|timothy tim|ulrich uli|ursula uschi|valentina valya|veronica vera|victor viktor vic|victoria vicky|vincent vince|vladimir vova volodya
walter walt wally|wilhelm willi|william bill billy will liam|wolfgang wolf|yekaterina ekaterina katya|zachary zach zack`
  .trim()
  .split(/[|\n]/)
  .map((row) => row.split(' '));

/** `Müller` is folded to `muller`, and written `Mueller`. */
const withoutDigraphs = (word: string): string => word.replace(/([aou])e/g, '$1').replace(/aa/g, 'a');

const CYRILLIC = /^\p{Script=Cyrillic}+$/u;
/** Where the tables differ: `Yuliya`, `Yulia`, `Julia`. */
const loosely = (word: string): string => word.replace(/[yij]+/g, 'i');

/** `spell`: a Cyrillic word in Latin letters, in all the usual ways. */
export function isSameNameWord(a: string, b: string, spell: (cyrillic: string) => readonly string[]): boolean {
  if (a === b || withoutDigraphs(a) === withoutDigraphs(b)) return true;
  if (SHORT_FORMS.some((row) => row.includes(a) && row.includes(b))) return true;
  if (CYRILLIC.test(a) === CYRILLIC.test(b)) return false;
  const [cyrillic, latin] = CYRILLIC.test(a) ? [a, b] : [b, a];
  return spell(cyrillic).some((word) => loosely(word) === loosely(latin));
}

const LATIN = /\p{Script=Latin}/u;

/** One is written in Latin letters and the other is not: they cannot be compared. */
export const isOtherScript = (a: string, b: string): boolean => LATIN.test(a) !== LATIN.test(b);
