import type { Chance } from './chance.ts';

export interface PersonName {
  readonly shown: string;
  /** In ASCII, for the e-mail address. */
  readonly given: string;
  readonly family: string;
}

interface Culture {
  /** Of a hundred people. */
  readonly share: number;
  readonly familyFirst?: boolean;
  readonly separator?: string;
  /** `name` or `name|in ASCII`, separated by spaces. */
  readonly given: string;
  readonly family: string;
}

const cultures: readonly [Culture, ...Culture[]] = [
  {
    share: 34,
    given:
      'Ada Grace Oliver Hannah Marcus Leah Samuel Naomi Ethan Clara Julian Ruth Victor Alice Henry Nora Miles Iris Felix Jane Owen Tessa Hugo Maya Simon Rose Daniel Lucy Adam Eliza',
    family:
      'Whitfield Carver Bennett Ashworth Nguyen Kowalski Brooks Fontaine Hartley Osei Lindgren Marsh Delgado Pemberton Okoye Rossi Sinclair Thornton Vance Wexler Abbott Mensah Castellanos Byrne Holloway Whitaker',
  },
  {
    share: 22,
    given:
      'Søren|soren Zoë|zoe François|francois Björn|bjorn Małgorzata|malgorzata Łukasz|lukasz Željko|zeljko Chloé|chloe Jürgen|jurgen Ögmundur|ogmundur Đorđe|dorde Şebnem|sebnem Inés|ines João|joao Åsa|asa Ngọc|ngoc Siobhán|siobhan',
    family:
      "Müller|mueller O'Connell|oconnell Sørensen|sorensen Dvořák|dvorak Jiménez|jimenez Wiśniewska|wisniewska Gonçalves|goncalves Åkesson|akesson Çelik|celik Nuñez-Arámbula|nunez-arambula Bjørnstad|bjornstad Szabó|szabo Trần|tran Lefèvre|lefevre Ionescu|ionescu",
  },
  {
    share: 12,
    familyFirst: true,
    separator: '',
    given:
      '晓明|xiaoming 雨桐|yutong 子涵|zihan 建国|jianguo 思源|siyuan 美玲|meiling 浩然|haoran 欣怡|xinyi 志强|zhiqiang 若曦|ruoxi',
    family: '王|wang 李|li 张|zhang 陈|chen 刘|liu 赵|zhao 周|zhou 欧阳|ouyang 黄|huang 司马|sima',
  },
  {
    share: 9,
    familyFirst: true,
    given:
      '陽葵|himari 健太|kenta さくら|sakura 大翔|hiroto 結衣|yui 蓮|ren 美咲|misaki 翔太|shota 花子|hanako 隆|takashi',
    family:
      '佐藤|sato 鈴木|suzuki 高橋|takahashi 田中|tanaka 渡辺|watanabe 伊藤|ito 長谷川|hasegawa 山本|yamamoto 小林|kobayashi',
  },
  {
    share: 8,
    given:
      'Анна|anna Дмитрий|dmitri Екатерина|ekaterina Иван|ivan Ольга|olga Сергей|sergei Татьяна|tatiana Николай|nikolai Оксана|oksana',
    family:
      'Кузнецов|kuznetsov Попович|popovich Шевченко|shevchenko Соколов|sokolov Морозов|morozov Ковальчук|kovalchuk Лебедь|lebed',
  },
  {
    share: 6,
    given: 'محمد|mohammed فاطمة|fatima يوسف|yousef ليلى|layla عمر|omar نور|nour خالد|khaled مريم|maryam',
    family: 'الحسيني|alhusseini حداد|haddad المصري|almasri خوري|khoury النجار|alnajjar منصور|mansour',
  },
  {
    share: 6,
    given: 'अनन्या|ananya राहुल|rahul प्रिया|priya विक्रम|vikram सुनीता|sunita अर्जुन|arjun',
    family: 'शर्मा|sharma पटेल|patel अय्यर|iyer सिंह|singh बनर्जी|banerjee देशपांडे|deshpande',
  },
  {
    share: 3,
    given: 'Ελένη|eleni Γιώργος|giorgos דניאל|daniel נועה|noa 지민|jimin สมชาย|somchai',
    family: 'Παπαδόπουλος|papadopoulos Νικολάου|nikolaou כהן|cohen לוי|levi 김|kim ศรีสุข|srisuk',
  },
];

/** People whose names do not fit where names are thought to fit. */
const long: readonly [PersonName, ...PersonName[]] = [
  {
    shown: 'Maria Antónia Guilhermina de Vasconcelos e Sousa Pinto Coelho de Albuquerque Cavalcanti',
    given: 'maria',
    family: 'vasconcelos',
  },
  {
    shown: 'Wolfeschlegelsteinhausenbergerdorff Hubert Blaine',
    given: 'hubert',
    family: 'wolfeschlegelstein',
  },
  { shown: 'Phra Charoen Thepnakhonrattanakosin Mahintharayutthaya', given: 'charoen', family: 'thepnakhon' },
  {
    shown: 'Sri Venkata Subrahmanya Lakshminarasimha Rajagopalachari Iyengar',
    given: 'sri',
    family: 'rajagopalachari',
  },
];

const words = (text: string) => text.split(' ') as [string, ...string[]];

function part(word: string): [shown: string, ascii: string] {
  const [shown = '', ascii = shown.toLowerCase()] = word.split('|');
  return [shown, ascii];
}

export function personName(chance: Chance): PersonName {
  if (chance.happens(0.004)) return chance.pick(long);
  let left = chance.next() * 100;
  const {
    given,
    family,
    familyFirst,
    separator = ' ',
  } = cultures.find(({ share }) => (left -= share) < 0) ?? cultures[0];
  const [givenShown, givenAscii] = part(chance.pick(words(given)));
  const [familyShown, familyAscii] = part(chance.pick(words(family)));
  const shown = familyFirst ? [familyShown, givenShown] : [givenShown, familyShown];
  return { shown: shown.join(separator), given: givenAscii, family: familyAscii };
}
