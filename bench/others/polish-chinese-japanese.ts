import type { Wordings } from './kinds.ts';

export const POLISH: Wordings = {
  letter: [
    '{name}\n{city}\n{email}\n\nSzanowna Pani,\n\nw odpowiedzi na ogłoszenie przesyłam swoją kandydaturę na stanowisko {job}. Od sześciu lat pracuję w {city}.\n\nZ poważaniem\n{name}',
  ],
  invoice: [
    '{firm}, {city}\n# Faktura VAT {number}\nData wystawienia {date}\nNabywca: {name}\nNazwa   Ilość   Cena   Wartość\nSerwis   1   {amount}   {amount}\nRazem netto {amount}\nVAT 23% {amount}\nDo zapłaty {amount}',
  ],
  advert: [
    '# {job}\n{firm}, {city}\n# Zakres obowiązków\n- Planowanie projektów z {skill}\n# Wymagania\n- Wykształcenie wyższe\n- Znajomość {skill} i {skill}\n# Oferujemy\n- {amount} rocznie\n- Umowę o pracę\nAplikuj: {email}',
  ],
  newsletter: [
    '# Biuletyn {date}\n# W numerze\n- Festyn letni\n- Nowe godziny otwarcia\nPonad dwieście osób przyjechało do {city}.\nWypisz się',
  ],
  contract: [
    '# Umowa o pracę\nzawarta dnia {date} między {firm} a {name}\n# § 1\nPracownik zostaje zatrudniony jako {job}.\n# § 2\nWynagrodzenie wynosi {amount} miesięcznie.',
  ],
  minutes: ['# Protokół z zebrania {date}\nObecni: {name}, {name}\n# Porządek obrad\n1. Budżet\n2. Wolne wnioski'],
  bank: [
    '# Wyciąg z rachunku {number}\n{name}\n{date}   Wynagrodzenie {firm}   {amount}\n{date}   Czynsz   -{amount}\nSaldo końcowe {amount}',
  ],
  recipe: ['# Zupa z soczewicy\n# Składniki\n- 250 g soczewicy\n# Przygotowanie\nPokrój warzywa i gotuj 25 minut.'],
};

export const CHINESE: Wordings = {
  letter: [
    '尊敬的招聘负责人：\n\n您好！我从网上看到贵公司招聘{jobzh}，非常感兴趣。六年来我一直在上海从事相关工作，负责最大的客户。希望有机会与您面谈。\n\n此致\n敬礼\n{namezh}\n{date}',
  ],
  invoice: [
    '# 发票\n发票号码：{number}\n开票日期：{date}\n购买方：{namezh}\n项目   数量   单价   金额\n维修   1   {amount}   {amount}\n税额   {amount}\n价税合计   {amount}',
  ],
  advert: [
    '# 招聘{jobzh}\n工作地点：杭州\n# 岗位职责\n- 负责项目计划与执行\n- 培训新员工\n# 任职要求\n- 本科及以上学历\n- 三年以上工作经验，熟悉{skill}和{skill}\n# 福利待遇\n- 五险一金，带薪年假\n请将简历发送至 {email}',
  ],
  contract: [
    '# 劳动合同\n甲方：示例科技有限公司\n乙方：{namezh}\n第一条 合同期限自{date}起。\n第二条 乙方担任{jobzh}。\n第三条 月工资为{amount}。',
  ],
  minutes: ['# 会议纪要\n时间：{date}\n出席：{namezh}、{namezh}\n# 议题一\n审议预算。\n# 议题二\n其他事项。'],
  newsletter: ['# 公司简报 {date}\n# 本期内容\n- 夏季活动\n- 新的营业时间\n超过两百人参加了活动。退订请点击此处。'],
  recipe: ['# 扁豆汤\n# 食材\n- 扁豆250克\n- 胡萝卜两根\n# 做法\n蔬菜切丁，加水煮25分钟。'],
};

export const JAPANESE: Wordings = {
  letter: [
    '拝啓\n貴社ますますご清栄のこととお慶び申し上げます。このたび{jobja}の募集を拝見し、応募いたしました。六年間、大阪で主要なお客様を担当してまいりました。ぜひ面接の機会をいただければ幸いです。\n敬具\n{date}\n{nameja}',
  ],
  invoice: [
    '# 請求書\n請求番号：{number}\n発行日：{date}\n{nameja} 様\n品名   数量   単価   金額\n保守作業   1   {amount}   {amount}\n小計   {amount}\n消費税   {amount}\n合計金額   {amount}\nお振込先：見本銀行',
  ],
  advert: [
    '# {jobja}募集\n勤務地：東京\n# 仕事内容\n- プロジェクトの計画と運営\n- 新人の育成\n# 応募資格\n- 大学卒業以上\n- {skill}の実務経験三年以上\n# 待遇\n- 年収{amount}、社会保険完備\n応募方法：履歴書を {email} までお送りください。',
  ],
  contract: [
    '# 雇用契約書\n株式会社見本（以下「甲」という）と{nameja}（以下「乙」という）は次のとおり契約を締結する。\n第1条 契約期間は{date}からとする。\n第2条 賃金は月額{amount}とする。',
  ],
  minutes: [
    '# 議事録\n日時：{date}\n出席者：{nameja}、{nameja}\n# 議題1\n予算について\n# 議題2\nその他\n次回は{date}に開催する。',
  ],
  newsletter: ['# 社内報 {date}\n# 目次\n- 夏祭りの報告\n- 営業時間の変更\n二百人以上が参加しました。配信停止はこちら。'],
  recipe: ['# レンズ豆のスープ\n# 材料\n- レンズ豆 250g\n- にんじん 2本\n# 作り方\n野菜を切り、水を加えて25分煮る。'],
};
