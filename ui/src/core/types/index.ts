export interface Failure { code: string; message: string; params: Record<string, string> }
export interface Named { id: string; name: string }
export interface References {
  audience: Named[]; accountList: Named[]; destination: Named[]; email: Named[]; solutionInterest: Named[];
  stage: Named[]; role: Named[]; journey: Named[]; eventType: Named[];
}
export interface JourneySummary { id: string; name: string; kind: "account" | "person"; status: "draft"; nodes: number; changed: string }
export interface Preferences { locale: "en" | "es" | "system"; theme: "light" | "dark" | "system" }
export interface Scenario { name: string; horizonDays: number; startAt: string; timeZone: string; seed: number; replications: number; costs?: { currency: string } }
export interface Start {
  workspace: string; journeys: JourneySummary[]; last: string | null; preferences: Preferences; systemDark: boolean; program: string;
  accounts: number; people: number; references: References; scenario: Scenario;
}
export type Reentry = { from: "start" | "end"; delay: Duration; limit: number };
export type Duration = Partial<Record<"minutes" | "hours" | "days" | "weeks" | "months", number>>;
export interface JourneySettings { timeZone: string; start: string; end: string | null; reentry: Reentry | null; emailDeduplication: boolean }
export interface Header { name: string; description: string; kind: "account" | "person"; status: "draft"; settings: JourneySettings; longestDays: number | null }
export interface Node { id: string; kind: string; label?: string | null; note?: string | null; [setting: string]: unknown }
export interface Exit { path: string | null; label: string | null; to: string | null }
export interface Place { x: number; y: number }
export interface EndMark { from: string; path: string | null; x: number; y: number }
export interface Sentence { code: string; params: Record<string, string> }
export interface Text { en: string; es: string }
export interface Problem {
  code: string; severity: "error" | "warning"; node: string | null; exit: string | null; params: Record<string, string>; sentence: Text; fix: string | null;
}
export interface Update {
  journey: string; revision: number; whole: boolean; header: Header | null; nodes: Record<string, Node | null>;
  exits: Record<string, Exit[] | null>; places: Record<string, Place | null>; ends: EndMark[] | null; problems: Problem[];
  undo: Sentence | null; redo: Sentence | null;
}
export type Intent =
  | { do: "insert"; from: string; path: string | null; kind: string; action: string | null }
  | { do: "remove"; nodes: string[]; keep: string | null }
  | { do: "set"; node: Node }
  | { do: "move"; places: Record<string, Place> }
  | { do: "tidy" }
  | { do: "connect"; from: string; path: string | null; to: string | null }
  | { do: "header"; name: string; description: string; settings: JourneySettings };
export type RunEvent =
  | { type: "started"; run: string }
  | { type: "progress"; done: number; of: number; seconds: number }
  | { type: "finished"; view: RunView }
  | { type: "cancelled" }
  | { type: "failed"; failure: Failure };
export interface RunView { run: string; journey: string; revision: number; scenario: string; seconds: number; at: string; report: Report }
export interface Catalogue { kinds: KindInfo[]; actions: ActionInfo[]; attributes: AttributeInfo[]; operators: OperatorInfo[]; eventTypes: { type: string; name: Text }[] }
export interface KindInfo {
  kind: string; name: Text; hint: Text; family: "audience" | "action" | "event" | "flow"; on: "accounts" | "people" | null; journeys: string[];
  insert: boolean; fields: FieldInfo[]; icon: string; default: Record<string, unknown>;
}
export interface ActionInfo { type: string; name: Text; hint: Text; on: "accounts" | "people"; insert: boolean; fields: FieldInfo[]; icon: string; default: Record<string, unknown> }
export interface FieldInfo { key: string; name: Text; hint: Text; required: boolean; fact: boolean; input: FieldInput }
export type FieldInput =
  | { type: "text"; maxLength: number | null } | { type: "texts" } | { type: "number"; min: number | null; max: number | null; integer: boolean } | { type: "boolean" }
  | { type: "choice"; options: { value: string; name: Text }[] }
  | { type: "reference"; to: keyof References } | { type: "duration" } | { type: "dateTime" } | { type: "mustEndOn" } | { type: "timeout" }
  | { type: "triggers" } | { type: "action" }
  | { type: "paths"; of: "condition" | "conditionActions" | "percentage" | "percentageActions" | "share" }
  | { type: "other"; of: "boolean" | "actions" } | { type: "condition"; on: "accounts" | "people" };
export interface AttributeInfo { path: string; name: Text; of: "account" | "person"; type: "text" | "number" | "integer" | "boolean" | "date" }
export interface OperatorInfo { op: string; name: Text; types: ("text" | "number" | "date" | "boolean")[]; values: "none" | "one" | "many" | "two" }

export interface Estimate { mean: number | null; low: number | null; high: number | null }
export interface Quantiles { mean: number | null; p10: number | null; p50: number | null; p90: number | null }
export interface Report {
  journey: string; scenario: string; seed: number; replications: number; horizonDays: number; accounts: number; peopleAtStart: number;
  summary: Record<"entered" | "finished" | "stillInside" | "newPeople" | "cost" | "costPerLead" | "costPerReadyGroup", Estimate>;
  solutionInterests: SolutionInterestReport[]; nodes: NodeReport[]; edges: EdgeReport[]; daily: DailyReport[]; roles: RoleReport[]; why: WhyReport[];
  kpis: {
    awareness: { accountsReached: Estimate; clickThrough: Estimate; clickThroughBefore: Estimate };
    engagement: { accounts: Estimate; people: Estimate };
    time: { contactsPerReadyGroup: Estimate };
    cost: { byChannel: Record<string, Estimate> };
  };
}
export interface SolutionInterestReport {
  solutionInterest: string; groups: number; salesReady: Estimate; salesReadyShare: Estimate; completenessStart: Estimate; completenessEnd: Estimate;
  engagementEnd: Estimate; medianDaysToReady: Estimate; readyByDay: number[];
}
export interface NodeReport { id: string; entered: Estimate; here: Estimate; left: Estimate; people?: { reached?: Estimate; suppressed?: Estimate; events?: Record<string, Estimate>; paths?: Record<string, Estimate> } }
export interface EdgeReport { from: string; path: string | null; to: string | null; accounts: Estimate }
export interface DailyReport { day: number; newPeople: Estimate; cost: Estimate; here: Record<string, number>; groups: { solutionInterest: string; completeness: Quantiles; engagement: Quantiles; salesReady: Estimate }[] }
export interface RoleReport {
  solutionInterest: string; role: string; required: boolean; membersRequired: number; fillStart: Estimate; fillEnd: Estimate; groupsMissing: Estimate;
  membersBySource: Record<string, Estimate>; membersFromAdvertising: Estimate;
}
export interface WhyReport { solutionInterest: string; role: string; causes: Record<string, Estimate> }

export type Comparison = Record<string, number | number[] | string[]>;
export type Condition =
  | { all: Condition[] } | { any: Condition[] } | { none: Condition[] }
  | { attribute: string; op: string; value?: unknown }
  | { matchedBuyingGroup: Record<string, unknown> }
  | { memberOfBuyingGroup: Record<string, unknown> }
  | { eventHistory: Record<string, unknown> }
  | { memberOfAccountList: { is?: boolean; list: string } }
  | { roleInAccount: { is?: boolean; role: string[] } }
  | { hasPerson: Condition };
