/** Names that feeds use for the fields of a posting, folded (lower case, without `-`, `_` and spaces), most telling first. From the public documentation of the dialects. */
const words = (text: string): readonly string[] => text.split(' ');

/** Title. */
export const TITLE_FIELDS = words(
  'title jobtitle positiontitle positionname position jobname titel stellentitel intitule titulo titolo tytul ' + 'name headline',
);
/** Employer. */
export const COMPANY_FIELDS = words(
  'company companyname employer employername hiringorganization hiringcompany organizationname organization ' +
    'organisation subcompany advertiser advertisername arbeitgeber firma entreprise empresa azienda bedrijf creator ' +
    'brand sourcename client',
);
/** The feed's own id of the posting. */
export const ID_FIELDS = words(
  'referencenumber reference referenceid refnumber refnr refno partnerjobid jobid id uuid guid externalid ' +
    'positionid jobreference jobref shortcode identifier slug jobkey key uniqueid vacancyid offerid requisitionid ' +
    'reqid @id',
);
/** Address of the posting, the advertisement itself before the form. */
export const URLS_FIELDS = words(
  'url joburl absoluteurl hostedurl link careersurl detailurl joblink weburl externalurl canonicalurl landingpage ' +
    'redirecturl shortlink applyurl applicationlink applicationurl applylink careersapplyurl positionuri href guid ' +
    'website',
);
/** Text of the advertisement, the whole before its beginning. */
export const DESCRIPTION_FIELDS = words(
  'description content jobdescription descriptionhtml encoded body contents fulldescription htmldescription ' +
    'beschreibung stellenbeschreibung descriptif descripcion descrizione opis details jobdetails text ' +
    'descriptionplain summary excerpt advert',
);
/** Day of publication; what says when it was changed comes last. */
export const POSTED_FIELDS = words(
  'dateposted aktuelleveroeffentlichungsdatum publicationstartdate date posteddate publishdate publisheddate publishedat firstpublished publicationdate pubdate ' +
    'publishedon published postedat releaseddate createdat created creationdate createdon epoch updated updatedat',
);
/** Last day. */
export const VALID_FIELDS = words(
  'validthrough applicationclosedate expirationdate expirydate expiredate expires expiresat closingdate closedate deadline ' +
    'applicationdeadline applyby unpublishdate endsat',
);
/** Pay as text. */
export const SALARY_FIELDS = words(
  'salary salarytext salarydescription salaryrange compensation compensationtiersummary basesalary pay payrate ' +
    'wage remuneration gehalt salaire salario stipendio',
);
/** Kind of employment. */
export const EMPLOYMENT_FIELDS = words(
  'jobtype jobtypes employmenttype employmenttypes contracttype contracttime commitment typeofemployment positionschedule ' +
    'employmenttypecode positiontype timetype workinghours vertragsart typedecontrat schedule type',
);
/** Words that the feed files the posting under. */
export const TAGS_FIELDS = words('tags category categories keywords skills department industry jobindustry jobfunction team');
/** Career level. */
export const SENIORITY_FIELDS = words(
  'seniority seniorities experiencelevel joblevel careerlevel level levels senioritylevel positionlevel ' + 'experiencecode',
);
/** Years of experience. */
export const YEARS_FIELDS = words(
  'yearsofexperience experience experienceyears minexperience experiencerequirements minimumexperience ' + 'requiredexperience',
);
