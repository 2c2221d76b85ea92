import type { ReasonTexts, Translation } from '../planning';
import type { cellTexts } from '../workbook/cell-number';
import type { effectTexts } from '../workbook/check-effects';
import type { protectionTexts } from '../workbook/excel/cells-target';
import type { excelTexts } from '../workbook/excel/excel-error';
import type { nameTexts } from '../workbook/find-input';
import type { shapeTexts } from '../workbook/fit-shape';
import type { inputTexts } from '../workbook/read-input';
import type { labelTexts } from '../workbook/read-labels';
import type { siteTexts } from '../workbook/read-site';
import type { SpeechCatalogue } from './speech';
import { german as strings } from './strings.de';

const reasons: Translation<ReasonTexts> = {
  earns: 'bringt',
  saves: 'spart',
  unitOf: 'Einheit von {name}',
  usableUnitOf: 'nutzbare Einheit von {name}',
  because: ': {why}.',
  stop: '.',
  atMost: 'Eine weitere {unit} in {period} {verb} höchstens {money}.',
  however: 'Jede weitere {unit} in {period} {verb} {money}, gleich wie viele es sind{because}',
  part: 'Ein Teil einer weiteren {unit} in {period} {verb} {money} je Einheit, bis zu {upTo} Einheiten{because}',
  upTo: 'Eine weitere {unit} in {period} {verb} {money}, bis zu {upTo} Einheiten{because}',

  gains: '{gains}',
  gainsFor: '{gains}; dafür fallen an: {losses}',
  moreOf: '{money} mehr ({term})',
  sells: 'sie bringt {money} mehr Erlös',
  savesCost: 'sie spart {money} ({term})',
  replacesStock: 'sie ersetzt Bestand, der {time} lang gelagert wird',
  replacesUnits: 'sie ersetzt {units} Stück Bestand, {time} lang gelagert',
  delivers: 'sie liefert {units}, die sonst fehlen würden',
  endsLateness: 'sie vermeidet {units} Verspätung',
  replacesOvertime: 'sie ersetzt {units} in Überstunden',
  replacesBought: 'sie ersetzt {units} aus Fremdvergabe',
  fillsSafetyStock: 'sie füllt {units} fehlenden Sicherheitsbestand auf',

  fullIn: '{name} (voll in {periods})',
  buyingLimit: 'die Grenze der Fremdvergabe von {name} (erreicht in {periods})',
  fixedProduction: 'die festgelegte Produktion von {name} ({periods})',
  mostProduction: 'die Höchstproduktion von {name} (erreicht in {periods})',
  lotMultiples: 'die Losregel von {name} (Vielfache von {lot})',
  lotLeast: 'die Losregel von {name} (mindestens {lot})',
  fullLane: 'die Transportstrecke {name} (voll in {periods})',
  mostInventory: 'die Bestandsobergrenze von {names}',
  exhausted: 'dass bis {period} nicht mehr von {names} da sein kann',
  fixedDelivery: 'die festgelegte Lieferung von {name} ({periods})',
  noSupply: 'dass im Planungszeitraum nichts {name} liefern kann',
  leadTime: 'die Vorlaufzeit (was von {name} jetzt begonnen wird, kommt in {period} an)',

  neverDelivered: '{units} Stück von {name} in {when} werden nie geliefert.',
  late: '{units} Stück von {name} sind am Ende von {when} offen und werden verspätet geliefert.',
  lateFor: 'Bis zu {units} Stück von {name} sind am Ende von {when} offen und werden verspätet geliefert ({time}).',
  belowSafetyStock:
    'Der Bestand von {name} liegt am Ende von {when} bis zu {units} Stück unter dem Sicherheitsbestand.',
  delivering: 'Sie zu liefern',
  deliveringInTime: 'Pünktlich zu liefern',
  keeping: 'Ihn einzuhalten',
  amountEach: '{money} (je {each})',
  worthOnly: '{what} ist möglich, würde aber {cost} kosten und bringt nur {penalty}.',
  savesOnly: '{what} ist möglich, würde aber {cost} kosten und erspart nur eine Strafe von {penalty}.',
  together: 'Keine Grenze allein ist der Grund, aber diese zusammen sind es: {factors}.',
  reached: 'Auf dem Weg dahin sind diese Grenzen erreicht: {factors}.',
  reason: 'Der Grund ist {factor}: Ohne diese Grenze {effect}{rest}.',
  without: '; entfiele {factor}, {effect}',
  nothingMissed: 'würde nichts fehlen',
  lessMissed: 'würden {units} weniger fehlen',
  unitsIn: '{units} in {period}',
  leastCure: 'Am wenigsten braucht es {units} Einheiten mehr von {name} ({when}): Dann würde nichts fehlen, {effect}.',
  sameCost: 'und die Kosten des Plans blieben gleich',
  earnMore: 'und der Plan brächte {money} mehr',
  earnLess: 'und der Plan brächte {money} weniger',
  costMore: 'und der Plan würde {money} mehr kosten',
  costLess: 'und der Plan würde {money} weniger kosten',
  sellsForLess: 'Der Erlös deckt die Kosten nicht: Es fehlen insgesamt {money}.',
  severalLimits:
    'Am Geld liegt es nicht, denn Lieferungen gehen hier den Kosten vor: Grenzen und feste Mengen auf dem Weg lassen zusammen nichts dafür übrig.',
  noLimit: 'Keine Grenze steht im Weg: Nicht zu liefern kostet {money}, zu liefern kostet nicht weniger.',

  lighter:
    'Ein Stück von {item} braucht {use} von {resource}, ein Stück von {other} nur {otherUse}: Letzteres zu bedienen lässt weniger offen.',
  givesWay: '{item} tritt hinter {other} zurück, das geliefert werden muss.',
  earnsMore:
    'Eine Einheit von {resource} bringt mit {item} {money} und mit {other} {otherMoney}; deshalb wird dieses bedient.',
  avoidsMore:
    'Eine Einheit von {resource} erspart mit {item} {money} und mit {other} {otherMoney}; deshalb wird dieses bedient.',

  noCost: 'Es sind keine Kosten angegeben; jeder Plan, der die Grenzen einhält, ist deshalb so gut wie dieser.',
  constantCost:
    'Die Produktionskosten von {names} können den Plan nicht ändern: Sie sind in jeder Periode gleich, und der ganze Bedarf muss einmal hergestellt werden, wann auch immer ({money} in diesem Plan).',
  cheapShortage:
    'Ein Stück von {name}, das nie geliefert wird, kostet {penalty} in {period}, weniger als die {supply} für seine Herstellung: Der günstigste Plan liefert es nicht, gleich wie groß die Kapazität ist.',
  cheapLateness:
    '{name} mit {time} Verspätung zu liefern kostet {penalty} je Stück, es so lange zu lagern {holding}: Der günstigste Plan liefert lieber verspätet, als auf Vorrat zu produzieren.',
  shortageFirst:
    'Ein Stück von {name} nie zu liefern kostet {shortage}, weniger als eine Verspätung um eine Periode ({word}: {late}): Verspätet geliefert wird deshalb nie.',
  earlyEnd:
    'Der Bedarf von {name} endet in {period}, {time} vor dem anderer Artikel: Danach wird nichts davon hergestellt oder vorgehalten, was nur richtig ist, wenn der Artikel ausläuft (der letzte Bedarf ist {units} Stück).',

  capacity:
    'Bis {period} braucht der aufgelaufene Bedarf von {items} {needed} Einheiten von {name} (Bedarf {demand}, dazu {safetyStock} Sicherheitsbestand am Ende, abzüglich {onHand} Bestand), verfügbar sind aber nur {available}: {missing} zu wenig.',
  limitOf: '{family} von {names} ({when})',
  limitAlone: '{family} ({when})',
  limits: 'Diese Grenzen lassen sich nicht zugleich einhalten: {first}{others}.',
  further: '; {limit}',

  groups: 'Diese Grenzen lassen sich nicht zugleich einhalten: {groups}.',
  leastProductions: 'die Mindestproduktion',
  mostProductions: 'die Höchstproduktion',
  fixedProductions: 'die festgelegte Produktion',
  laneLimits: 'die Grenzen der Transportstrecken',
  maximumInventory: 'die Bestandsobergrenze',
  room: 'der Platz in {names}',
  stocks: 'der Sicherheits- und der Endbestand',
  capacityOf: 'die Kapazität von {name}',
  wholeDemand: 'der Bedarf, der geliefert werden muss',

  capacityInstead:
    'Mindestens {units} Einheiten von {name} in jeder Periode statt {before} ({more} mehr) machen einen Plan möglich.',
  capacityMore: 'Mindestens {more} Einheiten mehr von {name} in jeder Periode machen einen Plan möglich.',
  workersInstead:
    'Mindestens {workers} Beschäftigte in jeder Periode statt höchstens {before} ({more} mehr) machen einen Plan möglich.',
  workersMore: 'Mindestens {more} Beschäftigte mehr in jeder Periode machen einen Plan möglich.',
  shareMore: '{percent} % mehr von jeder Ressource in jeder Periode machen einen Plan möglich.',
  capacityInAll: 'Insgesamt {units} Einheiten mehr von {name} machen einen Plan möglich: {when}.',
  amountIn: '{units} in {period}',
  unitsOf: '{units} von {name}',
  moreOnHand: '{units} Stück mehr Anfangsbestand machen einen Plan möglich: {parts}.',
  lessSafetyStock:
    'Ein Verzicht auf Sicherheitsbestand von {names}, höchstens {units} Stück eines Artikels auf einmal, macht einen Plan möglich.',
  lessDemand: 'Ein Verzicht auf {units} Stück Bedarf macht einen Plan möglich: {parts}.',
  moreInventory: 'Platz für bis zu {units} Stück über der Bestandsobergrenze von {names} macht einen Plan möglich.',
  roomIn: '{units} von {name} ({when})',
  moreRoom: 'Mehr Platz macht einen Plan möglich: bis zu {parts}.',
  valueInstead: '{to} von {name} statt {from} in {period}',
  fixed: 'Andere festgelegte Mengen machen einen Plan möglich: {parts}.',
  minimum: 'Eine andere Mindestproduktion macht einen Plan möglich: {parts}.',
  maximum: 'Eine andere Höchstproduktion macht einen Plan möglich: {parts}.',

  changeLimit: 'Ändern Sie die Grenze oder das, was ihr entgegensteht.',
  production: 'Die Produktion von {name} in {period} ist auf {units} festgelegt, möglich sind aber nur {possible}.',
  transport: 'Der Transport von {name} in {period} ist auf {units} festgelegt, möglich sind aber nur {possible}.',
  delivery: 'Die Lieferung von {name} in {period} ist auf {units} festgelegt, möglich sind aber nur {possible}.',
  noRoom: '{name} hat in {period} Platz für {room}, gelagert werden müssen aber {used}.',
  tooMuchStock: 'Der Bestand von {name} in {period} ist auf {most} begrenzt, vorhanden sein müssen aber {units}.',
  undelivered:
    '{units} Stück von {name}, in {period} gewünscht, können nicht geliefert werden: Nichts kann sie rechtzeitig liefern.',
  undeliveredFor:
    '{units} Stück von {name}, in {period} gewünscht, können nicht geliefert werden. Im Weg steht {factors}.',
  noSafetyStock:
    'Der Sicherheitsbestand von {name} ist {safetyStock}, am Ende von {period} kann der Bestand aber nur {units} sein.',

  outOfTime:
    '{units} Stück von {name} fehlen in {period}, und nichts kann sie rechtzeitig liefern: keine Quelle oder eine zu lange Vorlaufzeit.',
  quotasInProportion: 'Die Quoten von {name} ergeben {percent} % statt 100 %; sie werden anteilig verwendet.',
  quotasInEqualParts:
    'Die Quoten von {name} ergeben {percent} % statt 100 %; die Quellen werden zu gleichen Teilen verwendet.',
  circle: '{name} beliefert über Strecken oder Komponenten im Kreis sich selbst; die Regel folgt dem Kreis einmal.',
  negativeStock: '{units} Stück von {name} fehlen in {period}: Der Bestand fällt unter null.',
  notDelivered: '{units} Stück von {name}, in {period} gewünscht, werden nicht geliefert.',
  overloaded: '{name} ist in {period} überlastet: {load} von {most}.',
  overloadedBy: '{name} ist in {period} überlastet: {load} von {most} ({percent} %).',
  tooFull: '{name} enthält in {period} {used} und hat Platz für {most}.',
  aboveMaximum: '{name} soll in {period} {units} liefern und liefert höchstens {most}.',
  nothingInTime: 'Nichts kann {name} rechtzeitig für {period} liefern.',
  productionFixed: 'Die Produktion von {name} ist in {period} auf {units} festgelegt.',
  transportFixed: 'Der Transport {name} ist in {period} auf {units} festgelegt.',
  componentMissing: '{name}, das hineingeht, fehlt.',

  making: '{units} von {name} in {period} herzustellen',
  sending: '{units} über {name} in {period} zu versenden',
  costsNothing: '{done} kostet nichts: Ein bester Plan kann das auch.',
  costs: '{done} kostet {money}.',
  leavesNoPlan: '{done} lässt keinen Plan zu, der die Grenzen einhält; ohne diese Menge gibt es einen.',
  noPlanEitherWay: '{done}: Kein Plan hält die Grenzen ein, mit dieser Menge oder ohne sie.',
};

const data: Translation<
  typeof cellTexts &
    typeof effectTexts &
    typeof inputTexts &
    typeof labelTexts &
    typeof nameTexts &
    typeof shapeTexts &
    typeof siteTexts &
    typeof excelTexts &
    typeof protectionTexts
> = {
  notCalculated: '{what} hat eine Formel, deren Wert die Datei nicht enthält.',
  openAndSave: 'Öffnen Sie die Arbeitsmappe einmal in Excel und speichern Sie sie, damit die Formel berechnet wird.',
  errorValue: '{what} hat den Fehler {error}.',
  replaceError: 'Ersetzen Sie den Fehler durch eine Zahl.',
  correctFormula: 'Berichtigen Sie die Formel oder die Zellen, auf die sie sich bezieht, sodass sie einen Wert ergibt.',
  noNumber: '{what} hat {shown}, wo eine Zahl hingehört.',
  enterNumber: 'Geben Sie eine Zahl ein.',
  tooSmall: '{what} hat {value}, darf aber nicht kleiner als {least} sein.',
  enterAtLeast: 'Geben Sie eine Zahl von mindestens {least} ein.',
  tooLarge: '{what} hat {value}, darf aber nicht größer als {most} sein.',
  enterFraction: 'Geben Sie einen Anteil von 0 bis 1 ein, zum Beispiel 0,87 für 87 %.',
  enterAtMost: 'Geben Sie eine Zahl von höchstens {most} ein.',
  notWhole: '{what} hat {value}, wo eine ganze Zahl hingehört.',
  enterWhole: 'Geben Sie eine ganze Zahl ein.',
  numberAsText: '{what} hat die Zahl „{text}“ als Text gespeichert.',
  convertText:
    'Wandeln Sie den Text in eine Zahl um: Markieren Sie die Zelle und wählen Sie „In eine Zahl umwandeln“, oder tippen Sie die Zahl neu.',
  textForNumber: '{what} hat den Text „{text}“, wo eine Zahl hingehört.',
  enterOrClear: 'Geben Sie eine Zahl ein, oder leeren Sie die Zelle.',
  numberAlone:
    'Geben Sie nur die Zahl ein ({number}); Wörter wie Maßeinheiten gehören in eine Überschrift oder ins Zahlenformat.',

  noPrice:
    'Im Modus Gewinn fehlt der Erlös (Price); geplant wird deshalb, so wenig wie möglich herzustellen und zu liefern.',
  givePrice: 'Benennen Sie die Erlöse je Einheit jedes Artikels mit Price, oder wählen Sie einen anderen Modus.',
  workersWithoutHours:
    'Initial_Workers ist ohne Hours_Per_Worker angegeben, die Beschäftigten haben also keine reguläre Kapazität.',
  giveHours:
    'Hours_Per_Worker soll darauf verweisen, was ein Beschäftigter je Periode zur Kapazität beiträgt; sonst den Namen Initial_Workers löschen.',
  noEffect: '{name} hat ohne {other} keine Wirkung.',
  noEffectWithoutAny: '{name} hat keine Wirkung, solange keiner dieser Namen da ist: {others}.',
  addOne: 'Ergänzen Sie {others}, oder löschen Sie den Namen {name}.',
  addEither: 'Ergänzen Sie {one} oder {other}, oder löschen Sie den Namen {name}.',
  capacityPerResource:
    'Capacity wird als {resources} Ressourcen gelesen, die jeder Artikel nutzt, obwohl der Bereich so viele Zeilen wie Artikel hat.',
  useMaximum:
    'Um jeden Artikel für sich zu begrenzen, nehmen Sie Max_Production; sonst benennen Sie die Bezeichnungen der Ressourcen mit Resources.',
  workersAreCapacity:
    'Capacity hat keine Wirkung, weil Initial_Workers angegeben ist: Die Stunden der Arbeitskräfte sind die Kapazität.',
  deleteOne: 'Löschen Sie den Namen Capacity oder den Namen Initial_Workers.',

  negativeRate: '{input} ist negativ in {cells}.',
  checkSign: 'Prüfen Sie das Vorzeichen; ein negativer Satz belohnt, wovon er sonst abhält.',
  blankInput: '{input} ist leer in {cells} und gilt als nicht angegeben.',
  enterOrDelete: 'Geben Sie einen Wert ein, oder löschen Sie den Namen.',
  blankCells: '{input} ist leer in {cells}, gezählt als 0.',
  enterOrConfirm: 'Geben Sie eine Zahl ein, oder bestätigen Sie mit 0.',
  theName: 'dem Namen',
  cellsAndMore: '{cells} und {rest} weiteren',
  aConstant: 'eine Konstante',
  cellsOfSize: '{cells}, {size}',
  wrongShape: '{input} ist {where}; das passt zu keiner Form für {dimensions}.',
  referToOrResources:
    'Lassen Sie {input} auf {sizes} verweisen; bei mehreren Ressourcen benennen Sie deren Bezeichnungen mit Resources.',
  referTo: 'Lassen Sie {input} auf {sizes} verweisen.',
  dimensions: '{items} und {periods}',
  dimensionsOnResources: '{items} und {periods} auf {resources}',
  noTruth: '{input} hat {value}, wo TRUE oder FALSE hingehört.',
  enterTruth: 'Geben Sie WAHR (TRUE) oder FALSCH (FALSE) ein.',

  blankLabel: '{input} hat eine leere Zelle, gezeigt als {label}.',
  enterLabel: 'Geben Sie eine Bezeichnung ein.',
  repeatedLabel: '{input} hat die Bezeichnung „{label}“ mehr als einmal (zuerst in {first}).',
  labelPerCell: 'Geben Sie jeder Zelle eine eigene Bezeichnung.',
  repeatedBeside: 'Die Bezeichnung „{label}“ neben {input} kommt mehr als einmal vor (zuerst in {first}).',
  labelPerPeriod: 'Geben Sie jeder Periode eine eigene Bezeichnung, oder benennen Sie andere Zellen mit Periods.',
  labelPerItem: 'Geben Sie jedem Artikel eine eigene Bezeichnung, oder benennen Sie andere Zellen mit Items.',
  labelPerResource: 'Geben Sie jeder Ressource eine eigene Bezeichnung, oder benennen Sie andere Zellen mit Resources.',

  deleted: 'Der Name {name} verweist auf gelöschte Zellen ({refersTo}).',
  union: 'Der Name {name} verweist auf mehrere getrennte Bereiche ({refersTo}).',
  external: 'Der Name {name} verweist auf eine andere Arbeitsmappe ({refersTo}).',
  formula: 'Der Name {name} verweist auf eine Formel, die weder ein Bereich noch eine Konstante ist ({refersTo}).',
  referToRange:
    'Lassen Sie ihn unter Formeln > Namens-Manager auf einen Bereich dieser Arbeitsmappe verweisen, oder löschen Sie den Namen.',
  lostRange: '{input} wurde als Bereich {range} des Blatts {sheet} gewählt, den die Arbeitsmappe nicht hat.',
  lostColumn: '{input} wurde als Spalte {column} der Tabelle {table} gewählt, die die Arbeitsmappe nicht hat.',
  chooseAgain: 'Wählen Sie die Zellen von {input} in der Einrichtung neu.',

  size: '{rows} × {columns}',
  sizeFor: '{rows} × {columns} ({meaning})',
  cellsFor: '{cells} ({meaning})',
  oneForAll: 'eine für alle',
  onePerItem: 'eine je Artikel',
  onePerPeriod: 'eine je Periode',
  onePerResource: 'eine je Ressource',
  itemsByPeriods: 'Artikel in Zeilen, Perioden in Spalten',
  periodsByItems: 'Perioden in Zeilen, Artikel in Spalten',
  resourcesByPeriods: 'Ressourcen in Zeilen, Perioden in Spalten',
  periodsByResources: 'Perioden in Zeilen, Ressourcen in Spalten',
  itemsByResources: 'Artikel in Zeilen, Ressourcen in Spalten',
  resourcesByItems: 'Ressourcen in Zeilen, Artikel in Spalten',

  noDemand: 'Die Arbeitsmappe hat keinen Bereich mit dem Namen Demand.',
  nameDemand:
    'Markieren Sie die Zellen mit dem Bedarf je Artikel und Periode, und geben Sie Demand in das Namenfeld links neben der Bearbeitungsleiste ein.',
  labelBlock: '{input} ist {rows} Zeilen × {columns} Spalten, Bezeichnungen stehen aber in einer Zeile oder Spalte.',
  referToLine: 'Lassen Sie {input} auf eine Zeile oder eine Spalte verweisen.',
  nothingToFreeze:
    'Frozen_Periods behält die ersten {frozen} Perioden bei, Production_Plan hat aber keinen Plan, der beibehalten werden könnte.',
  givePlan:
    'Lassen Sie den Namen Production_Plan auf die Zellen mit dem heutigen Plan verweisen, lauter Zahlen, oder setzen Sie Frozen_Periods auf 0.',
  allFrozen: 'Frozen_Periods ist {frozen}, es gibt aber nur {periods} Perioden; zu planen bleibt nichts.',
  fewerPeriods: 'Geben Sie eine kleinere Zahl von Perioden ein.',

  InvalidOperationInCellEditMode:
    'Eine Zelle wird gerade bearbeitet. Beenden Sie das in Excel mit Eingabe oder Esc, und starten Sie erneut.',
  RequestPayloadSizeLimitExceeded:
    'Das Ergebnis ist für eine Anfrage an dieses Excel zu groß. Nehmen Sie weniger Artikel oder Perioden, oder Excel für Windows.',
  ResponsePayloadSizeLimitExceeded:
    'Die benannten Bereiche sind für eine Antwort dieses Excel zu groß. Lassen Sie die Namen nur die Daten umfassen.',
  RangeExceedsLimit:
    'Ein Bereich ist zu groß, als dass Excel ihn weitergeben könnte. Lassen Sie die Namen nur die Daten umfassen, und starten Sie erneut.',
  Conflict:
    'Jemand anderes hat die Arbeitsmappe im selben Moment geändert. Warten Sie, bis die Änderung zu sehen ist, und starten Sie erneut.',
  AccessDenied:
    'Excel lässt hier keine Änderungen zu; vielleicht ist die Arbeitsmappe nur zum Ansehen geöffnet. Wählen Sie Bearbeiten, und starten Sie erneut.',
  ItemNotFound: 'Ein Blatt oder Bereich ist verschwunden, während damit gearbeitet wurde. Starten Sie erneut.',
  ItemAlreadyExists:
    'Jemand anderes hat im selben Moment ein Blatt mit demselben Namen angelegt. Starten Sie erneut, um es zu überschreiben.',
  ActivityLimitReached:
    'Excel ist mit anderen Anfragen beschäftigt. Warten Sie einige Sekunden, und starten Sie erneut.',
  InvalidOrTimedOutSession:
    'Die Verbindung zur Arbeitsmappe ist abgelaufen. Laden Sie die Arbeitsmappe neu, und starten Sie erneut.',
  ApiNotFound:
    'Diesem Excel fehlt eine Funktion, die der S&OP-Planer braucht. Aktualisieren Sie Office, oder nehmen Sie Excel im Web.',
  refused:
    'Excel hat die Anfrage abgelehnt ({code}: {message}). Starten Sie erneut, und laden Sie die Arbeitsmappe neu, wenn es wieder vorkommt.',
  protectedSheet:
    'Das Blatt „{sheet}“ ist geschützt. Heben Sie den Schutz auf (Überprüfen, Blattschutz aufheben), und starten Sie erneut.',
  protectedFromAdding:
    'Die Struktur der Arbeitsmappe ist geschützt, es kann kein Blatt hinzugefügt werden. Heben Sie den Schutz auf (Überprüfen, Arbeitsmappe schützen), und starten Sie erneut.',
  protectedFromDeleting:
    'Die Struktur der Arbeitsmappe ist geschützt, es kann kein Blatt gelöscht werden. Heben Sie den Schutz auf (Überprüfen, Arbeitsmappe schützen), und starten Sie erneut.',
};

/** What the core and the workbook say, in German: numbers and names stand where the English patterns have them. */
export const germanSpeech: SpeechCatalogue = {
  patterns: { ...reasons, ...data },
  words: {
    month: ['Monat', 'Monate'],
    week: ['Woche', 'Wochen'],
    quarter: ['Quartal', 'Quartale'],
    day: ['Tag', 'Tage'],
    period: ['Periode', 'Perioden'],
    unit: ['Stück', 'Stück'],
    'unit-month': ['Stück-Monat', 'Stück-Monate'],
    'unit-week': ['Stück-Woche', 'Stück-Wochen'],
    'unit-quarter': ['Stück-Quartal', 'Stück-Quartale'],
    'unit-day': ['Stück-Tag', 'Stück-Tage'],
    'unit-period': ['Stück-Periode', 'Stück-Perioden'],
    item: ['Artikel', 'Artikel'],
    resource: ['Ressource', 'Ressourcen'],
    cell: ['Zelle', 'Zellen'],
    row: ['Zeile', 'Zeilen'],
    column: ['Spalte', 'Spalten'],
    warehouse: ['Lager', 'Lager'],
    source: ['Quelle', 'Quellen'],
    lane: ['Strecke', 'Strecken'],
  },
  costTerms: strings.costTerms,
  titles: {
    demand: 'der Bedarf',
    'production limits': 'die Grenzen der Produktion',
    capacity: 'die Kapazität',
    'final inventory': 'der Endbestand',
    'fixed deliveries': 'die festgelegten Lieferungen',
    'fixed production': 'die festgelegte Produktion',
    'fixed transport': 'der festgelegte Transport',
    'inventory within its limits': 'die Grenzen des Bestands',
    'least and most production': 'die Mindest- und Höchstproduktion',
    'lot size': 'die Losgröße',
    'maximum inventory': 'die Bestandsobergrenze',
    'minimum use': 'die Mindestnutzung',
    'most lateness': 'die größte Verspätung',
    'most transport': 'der Höchsttransport',
    'overtime per worker': 'die Überstunden je Arbeitskraft',
    'production needs a set-up': 'Produktion nur mit Rüsten',
    'safety stock': 'der Sicherheitsbestand',
    'smallest lot': 'das kleinste Los',
    'smallest transport': 'der kleinste Transport',
    'target use': 'die Zielnutzung',
    'transport lot size': 'die Losgröße des Transports',
    'transport needs a shipment': 'Transport nur mit Sendung',
    'warehouse capacity': 'die Lagerkapazität',
    'workforce balance': 'die Zahl der Arbeitskräfte',
  },
  and: 'und',
  or: 'oder',
  more: '{rest} weitere',
  span: '{from} bis {to}',
};
