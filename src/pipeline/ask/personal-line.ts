/** Lines that are about the person and not about what they did: no field that is asked for stands in them, so none of them is sent (rule A11). */
import { foldText } from '../../domain/fold-text.ts';

/** Birth, nationality, family, faith, papers: labels in a dozen languages, folded. */
const LABELS = [
  'born|d\\.? ?o\\.? ?b\\b|(?:date|place|year|country) of birth|birth ?(?:date|day|place)|age|gender|sex|marital status|civil status|nationality|citizenship|religion|ethnicity|race|(?:passport|id(?:entity)?(?: card)?|national insurance|social security|tax) ?(?:no|number|nr)?|ssn|nino|pronouns',
  'geb|geboren|geburts(?:datum|ort|jahr|tag)|geburtsdatum und -?ort|alter|geschlecht|familienstand|staatsangehorigkeit|staatsburgerschaft|nationalitat|konfession|religion|(?:reisepass|personalausweis|sozialversicherungs|steuer)(?:nr|nummer)?',
  'nee?(?:\\(e\\))? le|date de naissance|lieu de naissance|age|sexe|situation (?:de famille|familiale)|etat civil|nationalite|numero de securite sociale',
  'fecha de nacimiento|lugar de nacimiento|nacid[oa]|edad|sexo|estado civil|nacionalidad|dni|nie|nif|curp|rut|cedula(?: de identidad)?',
  'data de nascimento|naturalidade|nascid[oa]|idade|nacionalidade|cpf|rg|nif|cartao de cidadao',
  'data (?:e luogo )?di nascita|luogo di nascita|nat[oa] (?:a|il|nel)|eta|sesso|stato civile|nazionalita|cittadinanza|codice fiscale',
  'geboortedatum|geboorteplaats|geboren|leeftijd|geslacht|burgerlijke staat|nationaliteit|bsn',
  'data urodzenia|miejsce urodzenia|urodzon[ya]|wiek|plec|stan cywilny|obywatelstwo|narodowosc|pesel',
  'fodt|fodselsdato|fodd|fodelsedatum|fodelsear|personnummer|civilstand|sivilstatus|syntynyt|syntymaaika|siviilisaaty|kansalaisuus',
  'dogum (?:tarihi|yeri)|medeni (?:hal|durum)i?|uyruk|cinsiyet|datum narozeni|statni prislusnost|rodne cislo|rodinny stav|data nasterii|stare civila|szuletesi (?:datum|hely|ido)|allampolgarsag|csaladi allapot',
  'дата рождения|место рождения|возраст|семеиное положение|семейное положение|гражданство|национальность|дата народження|громадянство',
].join('|');
const LABELLED = new RegExp(
  `(?:^|[|•·;(]|\\s{2,})[^\\p{L}\\p{N}]*(?:${LABELS})(?!\\p{L})\\s*(?:[:：|–—-]|\\.\\s|$|[^\\p{L}\\p{N}]{0,4}\\d)`,
  'u',
);
const BORN =
  /(?:^|[|•·;(,]\s*)(?:born|geb(?:oren)?\.?|nee?(?:\(e\))? le|nacid[oa]|nascid[oa]|nat[oa] (?:a|il|nel)|urodzon[ya]|fodt|fodd)\b.{0,30}?\d{4}/;
/** Where there are no blanks between words, and so no borders of words either. */
const EASTERN =
  /(?:出生(?:日期|年月|地)?|生年月日|国籍|國籍|性别|性別|婚姻(?:状况|狀況)?|民族|政治面貌|籍贯|身份证|身分證|配偶者|扶養家族|생년월일|국적|성별|결혼\s?여부|병역|주민등록)/;
/** Labels stand in short lines, and nothing is looked for behind so many letters. */
const LONGEST = 300;

export function isPersonalLine(text: string): boolean {
  const folded = foldText(text.slice(0, LONGEST));
  return LABELLED.test(folded) || BORN.test(folded) || EASTERN.test(folded.normalize('NFC'));
}
