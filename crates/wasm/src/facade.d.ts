/** Version 1 of every request, answer and error. */
export type Version = 1;
/** An exact decimal such as "63.30"; a request may give at most six decimals, an answer is never rounded. */
export type DecimalString = string;
export type Sex = "woman" | "man";
export type Status = "decided" | "guideline" | "reported" | "proposed" | "reading" | "illustrative";
export type Normalisation = "none" | "scalarToBudget" | "perCellNeutral";
export type CostShareReading = "inTable" | "atNet";

/**
 * Values by the names of their keys. A number is a DecimalString, also where it is whole.
 * What the model pays, where it is not to be the published: "rate.woman.0-4" (kronor per listed and month; "100+" has no upper age),
 * "weight.diabetes" (in the model's weight unit), "costShare" (from "0" to "1"), "normalisation" (Normalisation).
 */
export type Values = Record<string, string>;

export interface PersonRequest {
  version: Version;
  /** The id of a model, as listModels gives it. */
  model: string;
  sex: Sex;
  /** Completed years. */
  age: number;
  /** Ids of conditions that the person has, beside those that the drugs show. */
  conditions?: string[];
  dispensed?: Dispensing[];
  values?: Values;
}

/** One collection of a drug. */
export interface Dispensing {
  atc: string;
  /** Whole months since; 0 is the current month. */
  monthsAgo: number;
  packages: number;
  /** Defined daily doses. */
  ddd: DecimalString;
}

export interface PracticeRequest {
  version: Version;
  model: string;
  /** The year of the drug cost, from 2000 to 2100; the year of the table in force if left out. */
  costYear?: number;
  /**
   * Beside the model's: "listed.woman.0-4" (persons; the age bands are the model's, and one left out has nobody);
   * "affected.diabetes" (persons; a model with conditions needs at least one, and one left out has nobody);
   * "drugCost" (kronor a month); "reading" (CostShareReading; "inTable" if left out: the published amounts already hold
   * the cost share).
   */
  values: Values;
}

export interface StaffingRequest {
  version: Version;
  /**
   * "persons" (listed); "fte.specialist" and "fte.st" (full-time equivalents), or "heads.specialist" and "heads.st" where
   * they are not told, with "fteEach.specialist" and "fteEach.st" (the full-time equivalent of one head; one if left out);
   * "cover.specialist" and "cover.st" (persons per full-time doctor; the shipped guideline if left out).
   */
  values: Values;
}

/** A person's, a practice's or a staffing request, and the figure to explain. */
export type ExplainRequest =
  | (PersonRequest & ExplainPerson)
  | (PracticeRequest & ExplainPractice)
  | (StaffingRequest & ExplainStaffing);

export interface ExplainPerson {
  of: "person";
  figure: "payment" | "capitation" | "caseMix";
  /** Levels of the tree; all of them if left out. */
  levels?: number;
}

export interface ExplainPractice {
  of: "practice";
  figure: "payment" | "capitation" | "caseMix" | "paymentPerYear" | "perListed" | "carriedCost" | "net";
  levels?: number;
}

export interface ExplainStaffing {
  of: "staffing";
  figure: "bySpecialists" | "bySt" | "capacity" | "gap" | "gapFte" | "need" | "perSpecialist" | "coverage";
  levels?: number;
}

export interface VersionAnswer {
  version: Version;
  /** The version of the engine. */
  engine: string;
}

export interface ModelsAnswer {
  version: Version;
  models: Model[];
  sources: Source[];
}

export interface Model {
  id: string;
  name: LocalizedText;
  about: LocalizedText;
  year: number;
  /** The year of the drug costs that the amounts are meant for. */
  costYear: number;
  status: Status;
  /** Whether any weight is an example that no document gives. */
  illustrative: boolean;
  citation: Citation;
  costShare: DecimalString;
  bands: Band[];
  /** Before any normalisation. */
  rates: RateRow[];
  normalisation: Normalisation | null;
  weightUnit: "krPerPersonMonth" | "points" | null;
  factors: Factor[];
}

export interface Band {
  low: number;
  high: number | null;
}

export interface RateRow {
  sex: Sex;
  low: number;
  high: number | null;
  rate: DecimalString;
}

export interface Factor {
  id: string;
  kind: "condition" | "interaction" | "count";
  name: LocalizedText;
  weight: DecimalString;
  citation: Citation;
}

export interface Source {
  id: string;
  title: string;
  publisher: string;
  date: string;
  about: LocalizedText;
}

export interface LocalizedText {
  sv: string;
  en: string;
}

export interface Citation {
  /** The id of a source, as listModels gives it. */
  source: string;
  heading: string;
  lines: Lines | null;
  status: Status;
  note: LocalizedText | null;
}

export interface Lines {
  first: number;
  last: number;
}

export interface PersonAnswer {
  version: Version;
  model: string;
  illustrative: boolean;
  lines: Line[];
  /** Kronor a month. */
  payment: DecimalString;
  dropped: Dropped[];
}

/** basis × rate = amount. */
export interface Line {
  paidFor: PaidForCell | PaidForFactor;
  basis: DecimalString;
  rate: DecimalString;
  amount: DecimalString;
  citations: Citation[];
}

export interface PaidForCell {
  kind: "cell";
  sex: Sex;
  low: number;
  high: number | null;
}

export interface PaidForFactor {
  kind: "factor";
  id: string;
}

/** A condition that the person has but that is not paid for. */
export interface Dropped {
  condition: string;
  by: string | null;
  because: "limits" | "combined" | "precondition" | "hierarchy";
}

export interface PracticeAnswer {
  version: Version;
  model: string;
  illustrative: boolean;
  listed: number;
  lines: Line[];
  capitation: DecimalString;
  caseMix: DecimalString;
  /** Kronor a month. */
  payment: DecimalString;
  paymentPerYear: DecimalString;
  perListed: DecimalString | null;
  modelCostYear: number;
  /** Whether the drug cost is of the model's year; if not there is no net. */
  costYearFits: boolean;
  net: Net | null;
}

/** countedPayment − carriedCost = net, in kronor a month. */
export interface Net {
  reading: CostShareReading;
  costShare: DecimalString;
  drugCost: DecimalString;
  carriedCost: DecimalString;
  countedPayment: DecimalString;
  net: DecimalString;
}

export interface StaffingAnswer {
  version: Version;
  bySpecialists: DecimalString;
  bySt: DecimalString;
  capacity: DecimalString;
  gap: DecimalString;
  gapFte: DecimalString | null;
  need: DecimalString | null;
  perSpecialist: DecimalString | null;
  coverage: DecimalString | null;
  /** Doctors who were told by heads alone, and the full-time equivalent that each was counted as. */
  headsOnly: HeadsOnly[];
}

export interface HeadsOnly {
  doctors: "specialist" | "st";
  heads: DecimalString;
  fteEach: DecimalString;
}

export interface ExplanationAnswer {
  version: Version;
  explanation: Explanation;
}

export interface Explanation {
  /** A stable name, such as "baseRate". */
  term: string;
  cell: Cell | null;
  factor: string | null;
  value: DecimalString;
  unit: Unit;
  how: How;
  citation: Citation | null;
  /** The source's figure, where it was edited. */
  original: DecimalString | null;
  coOccurrence: CoOccurrence | null;
  inputs: Explanation[];
  /** Whether there are inputs below the levels asked for. */
  cut: boolean;
}

export type Unit =
  | "krPerMonth" | "krPerYear" | "krPerPersonMonth" | "persons" | "share" | "factor" | "points" | "fte" | "personsPerFte" | "doctors"
  | "visits" | "hours";
export type How =
  | "input" | "parameter" | "edited" | "sum" | "difference" | "product" | "quotient" | "twelveMonths" | "squareRoot" | "statistic"
  | "coOccurrence" | "toOre";

export interface Cell {
  sex: Sex;
  low: number;
  high: number | null;
}

export interface CoOccurrence {
  rule: "anyOfEach" | "exactly" | "atLeast";
  groups: number[][];
  number: number | null;
}

/** What every function but version and listModels throws for a request that it cannot read: every problem at once. */
export interface Errors {
  version: Version;
  errors: Problem[];
}

export interface Problem {
  code: ProblemCode;
  /** Such as "dispensed[3].ddd"; empty for the request itself. */
  path: string;
  /** What is wrong and what to do. */
  message: string;
  detail: Record<string, string>;
}

export type ProblemCode =
  | "wrong-type" | "missing-field" | "unknown-field" | "unsupported-version" | "too-large" | "unreadable" | "not-whole"
  | "not-decimal" | "out-of-range" | "unknown-value" | "unknown-model" | "unknown-condition" | "unknown-key"
  | "unknown-band" | "invalid-atc" | "empty" | "more-than-listed" | "negative-base" | "negative-weight"
  | "cannot-normalise" | "no-such-figure";
