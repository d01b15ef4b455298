/** Words of the languages that have fewer people: a line a label, in the order of `NAMES` in `labels.ts`; `; ` parts the choices. */
export const SHORT_ROWS: Readonly<
  Record<'sv' | 'da' | 'no' | 'fi' | 'cs' | 'tr' | 'ru' | 'uk' | 'ro' | 'hu' | 'ja' | 'zh' | 'zh-TW' | 'ko', string>
> = {
  sv: `Profil; Om mig; Sammanfattning
Arbetslivserfarenhet; Yrkeserfarenhet; Anställningar
Utbildning; Utbildningar
Kompetenser; Färdigheter; Kunskaper
Språk; Språkkunskaper
Certifikat; Kurser och certifikat
Kontakt; Personuppgifter
nuvarande; pågående; nu
sedan; Sedan
Telefon; Mobil
E-post
Adress
Curriculum vitae; CV`,
  da: `Profil; Om mig; Resumé
Erhvervserfaring; Arbejdserfaring; Ansættelser
Uddannelse; Uddannelser
Kompetencer; Færdigheder; Faglige kompetencer
Sprog; Sprogkundskaber
Certifikater; Kurser; Kurser og certifikater
Kontakt; Personlige oplysninger
nu; nuværende
siden; Siden
Telefon; Mobil; Tlf.
E-mail; Mail
Adresse
Curriculum vitae; CV`,
  no: `Profil; Om meg; Sammendrag
Arbeidserfaring; Yrkeserfaring; Relevant erfaring
Utdanning; Utdannelse
Kompetanse; Ferdigheter
Språk; Språkkunnskaper
Sertifikater; Kurs; Kurs og sertifikater
Kontakt; Personalia
nåværende; d.d.; nå
siden; Siden
Telefon; Mobil; Tlf.
E-post
Adresse
Curriculum vitae; CV`,
  fi: `Profiili; Tiivistelmä; Minusta
Työkokemus; Työhistoria
Koulutus; Koulutukset
Osaaminen; Taidot; Ammattitaito
Kielitaito; Kielet
Sertifikaatit; Pätevyydet; Kurssit
Yhteystiedot; Henkilötiedot
nykyinen; nyt
alkaen; Alkaen
Puhelin; Puh.
Sähköposti
Osoite
Ansioluettelo`,
  cs: `Profil; O mně; Profesní profil
Pracovní zkušenosti; Praxe; Pracovní praxe
Vzdělání; Dosažené vzdělání
Dovednosti; Znalosti a dovednosti
Jazyky; Jazykové znalosti
Certifikáty; Kurzy a certifikáty
Kontakt; Osobní údaje
dosud; současnost; nyní
od; Od
Telefon; Tel.; Mobil
E-mail
Adresa
Životopis`,
  tr: `Profil; Hakkımda; Özet
İş Deneyimi; Deneyim; İş Tecrübesi
Eğitim; Eğitim Bilgileri; Öğrenim Durumu
Yetenekler; Beceriler; Yetkinlikler
Diller; Yabancı Diller; Dil Becerileri
Sertifikalar; Kurslar ve Sertifikalar
İletişim; Kişisel Bilgiler
devam ediyor; günümüz; halen

Telefon; Cep; Tel
E-posta
Adres
Özgeçmiş`,
  ru: `О себе; Обо мне; Профиль
Опыт работы; Профессиональный опыт; Трудовая деятельность
Образование
Навыки; Ключевые навыки; Профессиональные навыки
Языки; Знание языков; Иностранные языки
Сертификаты; Курсы и сертификаты; Повышение квалификации
Контакты; Контактная информация; Личные данные
настоящее время; по настоящее время; н.в.
с
Телефон; Тел.
Эл. почта; E-mail
Адрес
Резюме`,
  uk: `Про себе; Профіль
Досвід роботи; Професійний досвід
Освіта
Навички; Ключові навички; Професійні навички
Мови; Знання мов; Володіння мовами
Сертифікати; Курси та сертифікати
Контакти; Контактна інформація; Особисті дані
дотепер; теперішній час; по теперішній час
з
Телефон; Тел.
Ел. пошта; E-mail
Адреса
Резюме`,
  ro: `Profil; Despre mine; Rezumat
Experiență profesională; Experiența profesională; Experiență
Educație; Studii; Educație și formare
Competențe; Abilități; Aptitudini
Limbi străine; Limbi; Limbi vorbite
Certificări; Certificate; Cursuri și certificări
Contact; Date personale; Informații personale
prezent; Prezent; în prezent
din; Din
Telefon; Mobil
E-mail
Adresă
Curriculum vitae`,
  hu: `Profil; Bemutatkozás; Összefoglaló
Munkatapasztalat; Szakmai tapasztalat; Munkahelyek
Tanulmányok; Végzettség; Iskolai végzettség
Készségek; Ismeretek; Szakmai ismeretek
Nyelvtudás; Nyelvismeret; Nyelvek
Tanúsítványok; Képesítések; Tanfolyamok
Elérhetőség; Személyes adatok
jelenleg; jelenleg is; napjainkig

Telefon; Mobil
E-mail
Cím; Lakcím
Önéletrajz`,
  ja: `自己PR; 職務要約; プロフィール; 概要
職歴; 職務経歴; 職務経験
学歴; 教育
スキル; 活かせる経験・知識・技術; 技術スキル
語学; 言語; 語学力
資格; 免許・資格; 保有資格
連絡先; 基本情報; 個人情報
現在; 現職

電話; 携帯; 電話番号
メール; E-mail
住所
職務経歴書; 履歴書`,
  zh: `个人简介; 自我评价; 个人总结
工作经历; 工作经验; 职业经历
教育经历; 教育背景
专业技能; 技能特长; 技能
语言能力; 语言
证书; 资格证书; 所获证书
联系方式; 个人信息; 基本信息
至今; 现在

电话; 手机; 联系电话
邮箱; 电子邮箱; Email
地址; 现居地
个人简历; 简历`,
  'zh-TW': `自我介紹; 個人簡介; 自傳
工作經歷; 工作經驗
學歷; 教育背景; 教育程度
專業技能; 專長; 技能
語言能力; 語文能力
證照; 專業證照; 證書
聯絡方式; 個人資料
至今; 現在

電話; 手機
電子郵件; Email; 信箱
地址; 通訊地址
履歷; 個人履歷`,
  ko: `자기소개; 소개; 요약
경력; 경력사항; 경력 사항
학력; 학력사항; 학력 사항
기술; 보유 기술; 핵심역량
언어; 어학; 외국어
자격증; 자격사항; 자격 및 면허
연락처; 인적사항
현재; 재직중

전화; 휴대폰; 연락처
이메일
주소
이력서`,
};
