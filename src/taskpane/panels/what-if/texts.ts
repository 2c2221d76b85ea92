import type { LanguageCode } from '../../language';
import type { Lack } from './figures';
import type { SliderName } from './sliders';
import type { SweepField } from './sweep-form';

const english = {
  opening: 'Preparing the sliders…',
  unusableTitle: 'There is nothing to move yet',
  died: 'The part that calculates ended, perhaps for lack of memory. Your data is unharmed.',

  answerTitle: 'What if?',
  asNow: 'The workbook as it stands. Move a slider.',
  moreThanNow: (amount: string) => `${amount} more than now`,
  lessThanNow: (amount: string) => `${amount} less than now`,
  sameAsNow: 'The same as now',
  noPlan: 'No plan satisfies all limits',
  noPlanNow: 'As the workbook stands, there is no plan',
  whyBelow: 'See the reasons below.',
  calculating: 'Calculating…',
  endless: 'The cost can fall without end: a cost or a price has the wrong sign.',
  tooLong: 'No plan was found in the time for an answer. Allow more under Options on the Plan tab.',
  failedTitle: 'No answer',
  atMostAbove: (gap: string) => `at most ${gap} above the best`,

  slidersTitle: 'Sliders',
  slidersLead: 'Nothing is written: your workbook stays as it is.',
  sliders: {
    Capacity: 'Capacity',
    Demand: 'Demand',
    Holding_Cost: 'Holding cost',
    Safety_Stock: 'Safety stock',
  } satisfies Record<SliderName, string> as Record<SliderName, string>,
  changeOf: (slider: string) => `Change of ${slider}, percent`,
  memberOf: (slider: string) => `${slider}: of what`,
  allItems: 'All items',
  allResources: 'All resources',
  aPeriod: 'a period',
  inTotal: 'in total',
  perUnit: 'per unit and period',
  badPercent: 'Enter a percentage from −100 to 1000.',
  nothingToMove: (sliders: string) => `Not in this workbook: ${sliders}.`,
  reset: 'Reset all',
  otherChanges: 'Also changed',
  remove: (change: string) => `Undo ${change}`,

  keepLabel: 'Keep this setting as a scenario',
  keepPlaceholder: 'What-if',
  keep: 'Keep',
  kept: (name: string) => `The scenario “${name}” was added to SOP_Scenarios.`,
  keptDiffers: 'The workbook derives some of these values from others, so its plan may differ from the figure above.',
  nameTaken: (name: string) => `There is a scenario “${name}” already. Enter another name.`,
  toScenarios: 'Show the scenarios',

  reasonsTitle: 'Why there is no plan',
  lookingForReasons: 'Looking for the reasons…',
  lacksTitle: 'What falls short',
  nothingLacks: 'Everything is delivered on time, and safety stocks hold.',
  lacks: {
    short: (units: string, item: string, when: string) => `${units} units of ${item} are never delivered, ${when}.`,
    late: (units: string, item: string, when: string) => `Up to ${units} units of ${item} are late, ${when}.`,
    safetyStock: (units: string, item: string, when: string) =>
      `${item} falls up to ${units} units below its safety stock, ${when}.`,
  } satisfies Record<Lack['kind'], (units: string, item: string, when: string) => string>,
  when: (first: string, last: string) => (first === last ? `in ${first}` : `from ${first} to ${last}`),
  moreLacks: (count: string) => `… and ${count} more.`,
  now: 'Now',
  changed: 'Changed',

  sweepTitle: 'Sweep one input',
  sweepLead:
    'Plans at every value, and shows how the cost follows, where no plan is left and where more stops helping.',
  sweepInput: 'Input',
  sweepDemand: 'Times today’s demand: 1 is today’s.',
  sweepFields: { from: 'From', to: 'To', step: 'In steps of' } satisfies Record<SweepField, string> as Record<
    SweepField,
    string
  >,
  sweepMistakes: {
    notANumber: 'Enter a number of 0 or more.',
    noRange: 'From and To must differ.',
    badStep: 'Enter a step above 0, and no larger than the range.',
    tooMany: (most: string) => `Enter a larger step: at most ${most} values.`,
  },
  sweepStart: 'Sweep',
  sweepProgress: (done: string, all: string) => `${done} of ${all} plans…`,
  sweepBreaks: 'Looking for where it changes…',
  sweptStatus: (count: number) => `The sweep of ${count} values is done.`,
  sweptWith: (changes: string) => `With the sliders’ changes: ${changes}.`,
  curveTitle: (input: string) => `Total cost by ${input}`,
  curveHint: 'The figures stand in the table below.',
  noPlanHere: 'no plan',
  noPlanAnywhere: 'No plan satisfies all limits at any of these values.',
  borderKey: 'plans end here',
  flatKey: 'from here on nothing changes',
  slopes: (count: number) => (count === 1 ? '1 change of price' : `${count} changes of price`),
  hideTable: 'Hide the table',
  exportCsv: 'Export as CSV',
  perUnitMore: 'Per unit more',
};

const german: typeof english = {
  opening: 'Die Regler werden vorbereitet …',
  unusableTitle: 'Noch gibt es nichts zu verschieben',
  died: 'Der rechnende Teil ist ausgefallen, vielleicht aus Speichermangel. Ihre Daten sind unversehrt.',

  answerTitle: 'Was wäre, wenn?',
  asNow: 'Die Arbeitsmappe, wie sie ist. Bewegen Sie einen Regler.',
  moreThanNow: (amount) => `${amount} mehr als jetzt`,
  lessThanNow: (amount) => `${amount} weniger als jetzt`,
  sameAsNow: 'Ebenso viel wie jetzt',
  noPlan: 'Kein Plan hält alle Grenzen ein',
  noPlanNow: 'Für die Arbeitsmappe, wie sie ist, gibt es keinen Plan',
  whyBelow: 'Die Gründe stehen weiter unten.',
  calculating: 'Es wird gerechnet …',
  endless: 'Die Kosten können endlos fallen: Ein Kostensatz oder Preis hat das falsche Vorzeichen.',
  tooLong: 'In der Zeit für eine Antwort fand sich kein Plan. Erlauben Sie mehr unter Optionen im Reiter Plan.',
  failedTitle: 'Keine Antwort',
  atMostAbove: (gap) => `höchstens ${gap} über dem besten`,

  slidersTitle: 'Regler',
  slidersLead: 'Geschrieben wird nichts: Ihre Arbeitsmappe bleibt, wie sie ist.',
  sliders: {
    Capacity: 'Kapazität',
    Demand: 'Bedarf',
    Holding_Cost: 'Lagerkosten',
    Safety_Stock: 'Sicherheitsbestand',
  },
  changeOf: (slider) => `Änderung: ${slider}, Prozent`,
  memberOf: (slider) => `${slider}: wovon`,
  allItems: 'Alle Artikel',
  allResources: 'Alle Ressourcen',
  aPeriod: 'je Periode',
  inTotal: 'insgesamt',
  perUnit: 'je Einheit und Periode',
  badPercent: 'Geben Sie einen Prozentwert von −100 bis 1000 ein.',
  nothingToMove: (sliders) => `Nicht in dieser Arbeitsmappe: ${sliders}.`,
  reset: 'Alle zurücksetzen',
  otherChanges: 'Außerdem geändert',
  remove: (change) => `${change} zurücknehmen`,

  keepLabel: 'Diese Einstellung als Szenario behalten',
  keepPlaceholder: 'Was wäre wenn',
  keep: 'Behalten',
  kept: (name) => `Das Szenario „${name}“ wurde in SOP_Scenarios aufgenommen.`,
  keptDiffers:
    'Die Arbeitsmappe leitet einige dieser Werte aus anderen ab; sein Plan kann darum von der Zahl oben abweichen.',
  nameTaken: (name) => `Ein Szenario „${name}“ gibt es schon. Geben Sie einen anderen Namen ein.`,
  toScenarios: 'Szenarien zeigen',

  reasonsTitle: 'Warum es keinen Plan gibt',
  lookingForReasons: 'Die Gründe werden gesucht …',
  lacksTitle: 'Was nicht reicht',
  nothingLacks: 'Alles wird pünktlich geliefert, und die Sicherheitsbestände halten.',
  lacks: {
    short: (units, item, when) => `${units} Einheiten von ${item} werden nie geliefert, ${when}.`,
    late: (units, item, when) => `Bis zu ${units} Einheiten von ${item} sind verspätet, ${when}.`,
    safetyStock: (units, item, when) =>
      `${item} liegt bis zu ${units} Einheiten unter dem Sicherheitsbestand, ${when}.`,
  },
  when: (first, last) => (first === last ? `in ${first}` : `von ${first} bis ${last}`),
  moreLacks: (count) => `… und ${count} weitere.`,
  now: 'Jetzt',
  changed: 'Geändert',

  sweepTitle: 'Eine Eingabe durchspielen',
  sweepLead:
    'Plant bei jedem Wert und zeigt, wie die Kosten folgen, ab wo es keinen Plan gibt und ab wo mehr nichts mehr bringt.',
  sweepInput: 'Eingabe',
  sweepDemand: 'Mal heutiger Bedarf: 1 ist der heutige.',
  sweepFields: { from: 'Von', to: 'Bis', step: 'In Schritten von' },
  sweepMistakes: {
    notANumber: 'Geben Sie eine Zahl von 0 oder mehr ein.',
    noRange: 'Von und Bis müssen sich unterscheiden.',
    badStep: 'Geben Sie einen Schritt über 0 ein, nicht größer als der Bereich.',
    tooMany: (most) => `Geben Sie einen größeren Schritt ein: höchstens ${most} Werte.`,
  },
  sweepStart: 'Durchspielen',
  sweepProgress: (done, all) => `${done} von ${all} Plänen …`,
  sweepBreaks: 'Gesucht wird, wo es sich ändert …',
  sweptStatus: (count) => `${count} Werte sind durchgespielt.`,
  sweptWith: (changes) => `Mit den Änderungen der Regler: ${changes}.`,
  curveTitle: (input) => `Gesamtkosten über ${input}`,
  curveHint: 'Die Zahlen stehen in der Tabelle darunter.',
  noPlanHere: 'kein Plan',
  noPlanAnywhere: 'Bei keinem dieser Werte hält ein Plan alle Grenzen ein.',
  borderKey: 'hier enden die Pläne',
  flatKey: 'ab hier ändert sich nichts mehr',
  slopes: (count) => (count === 1 ? '1 Preisänderung' : `${count} Preisänderungen`),
  hideTable: 'Tabelle ausblenden',
  exportCsv: 'Als CSV exportieren',
  perUnitMore: 'Je Einheit mehr',
};

/** The texts of this panel: the same keys in each language. */
export type PanelTexts = typeof english;

/** Every text of this panel. */
export const panelTexts: Readonly<Record<LanguageCode, PanelTexts>> = { en: english, de: german };
