import { host } from "./host";
import type {
  AccountsBehind,
  AccountsPage,
  Behind,
  Calibration,
  CandidateCount,
  Catalogue,
  ChapterIntent,
  ChaptersView,
  Choice,
  Collection,
  Compared,
  Condition,
  Coverage,
  Cut,
  DocumentOf,
  Exported,
  ExportPlace,
  FileClass,
  FilePreview,
  Finding,
  Given,
  Goals,
  GroupDetail,
  GroupsLooking,
  GroupsPage,
  History,
  Holdings,
  ImportProgress,
  ImportSummary,
  Intent,
  JourneyKind,
  JourneyStatus,
  JourneySummary,
  Judged,
  LiveView,
  Looking,
  Matches,
  Measured,
  Overlap,
  Playable,
  Preferences,
  Proposal,
  Recipe,
  RoleCard,
  Rows,
  RunEvent,
  RunLine,
  RunSide,
  RunView,
  ScenarioIntent,
  ScenariosView,
  Search,
  SheetForm,
  SheetOf,
  ShowForm,
  Start,
  Story,
  Suggestion,
  TableIntent,
  TableName,
  TablesView,
  TableView,
  TableViews,
  Target,
  TemplateInfo,
  TemplatePreview,
  Update,
  Use,
  ValuesOf,
  Vary,
  VersionOf,
  WorkspaceFile,
  WorkspaceIntent,
  WorkspaceView,
} from "./types";

export type { Matches } from "./types";

export const start = () => host.call<Start>("start", {});
export const catalogue = () => host.call<Catalogue>("catalogue", {});
export const open = (journey: string) => host.call<Update>("open", { journey });
export const edit = (journey: string, intent: Intent) => host.call<Update>("edit", { journey, intent });
export const undo = (journey: string) => host.call<Update>("undo", { journey });
export const redo = (journey: string) => host.call<Update>("redo", { journey });
export const listVersions = (journey: string) => host.call<History>("listVersions", { journey });
/** Names a version, or with `version` null the journey as it is now; an empty name takes the name away. */
export const nameVersion = (journey: string, version: string | null, name: string) =>
  host.call<History>("nameVersion", { journey, version, name });
export const readVersion = (journey: string, version: string) =>
  host.call<Update>("readVersion", { journey, version });
export const compareVersions = (a: VersionOf, b: VersionOf) =>
  host.call<Compared>("compareVersions", { a, b });
/** Brings a version back as one step that can be undone. */
export const restoreVersion = (journey: string, version: string) =>
  host.call<Update>("restoreVersion", { journey, version });
/** The text for the clipboard: the nodes and the edges among them, without a start. */
export const copy = (journey: string, nodes: string[]) => host.call<string>("copy", { journey, nodes });
/** Takes nodes out in one step; answers with the text for the clipboard and what to draw. */
export const cut = (journey: string, nodes: string[], keep: string | null) =>
  host.call<Cut>("cut", { journey, nodes, keep });
/** An empty journey of a kind, or a copy of a template in a language. */
export const createJourney = (
  name: string,
  kind: JourneyKind = "account",
  template: string | null = null,
  language: "en" | "es" = "en",
) => host.call<JourneySummary>("createJourney", { name, kind, template, language });
export const journeys = () => host.call<JourneySummary[]>("journeys", {});
/** A small drawing, an `svg` element without colours. */
export const thumbnail = (journey: string) => host.call<string>("thumbnail", { journey });
export const templates = () => host.call<TemplateInfo[]>("templates", {});
/** Takes a journey from a file: its document, or a BPMN file that was written here. */
export const importJourney = (path: string) => host.call<JourneySummary>("importJourney", { path });
/** A draft copy; its structure alone has the drawing without the contents. */
export const duplicateJourney = (journey: string, name: string, structure = false) =>
  host.call<JourneySummary>("duplicateJourney", { journey, name, structure });
/** Answers with the journeys that are left. */
export const deleteJourney = (journey: string) => host.call<JourneySummary[]>("deleteJourney", { journey });
export const countMatches = (on: "accounts" | "people", condition: Condition) =>
  host.call<Matches>("countMatches", { on, condition });
export const simulate = (journey: string, on: (event: RunEvent) => void) =>
  host.stream<RunEvent>("simulate", { journey }, on);
export const cancel = (run: string) => host.call<object>("cancel", { run });
export const lastRun = (journey: string) => host.call<RunView | null>("lastRun", { journey });
/** Nothing where a later call has taken its place. */
export const live = (journey: string, anew = false) => host.call<LiveView | null>("live", { journey, anew });
/** Edits are answered without Live's numbers again. */
export const endLive = () => host.call<object>("endLive", {});
/** What runs assume, and the scenarios that are kept by their names; edits and undo answer with it. */
export const scenarios = () => host.call<ScenariosView>("scenarios", {});
export const editScenarios = (intent: ScenarioIntent) =>
  host.call<ScenariosView>("editScenarios", { intent });
export const undoScenarios = () => host.call<ScenariosView>("undoScenarios", {});
export const redoScenarios = () => host.call<ScenariosView>("redoScenarios", {});
/** The rates for which the data at hand has occasions. */
export const measured = () => host.call<Measured[]>("measured", {});
export const goals = (journey: string) => host.call<Goals>("goals", { journey });
export const saveGoals = (journey: string, goals: Goals) => host.call<Goals>("saveGoals", { journey, goals });
export const judge = (run: string) => host.call<Judged[]>("judge", { run });
export const sensitivity = (
  journey: string,
  figures: string[],
  ranges: boolean,
  on: (event: RunEvent) => void,
) => host.stream<RunEvent>("sensitivity", { journey, figures, ranges }, on);
export const compare = (a: RunSide, b: RunSide, on: (event: RunEvent) => void) =>
  host.stream<RunEvent>("compare", { a, b }, on);
/** What a search could vary in a journey. */
export const searchChoices = (journey: string) => host.call<Choice[]>("searchChoices", { journey });
/** How many journeys a search would try. */
export const countCandidates = (journey: string, vary: Vary[]) =>
  host.call<CandidateCount>("countCandidates", { journey, vary });
export const search = (journey: string, search: Search, on: (event: RunEvent) => void) =>
  host.stream<RunEvent>("search", { journey, search }, on);
/** Without a run: of what Live shows of the journey as it stands. */
export const accountsBehind = (journey: string, run: string | null, behind: Behind, page: AccountsPage) =>
  host.call<AccountsBehind>("accountsBehind", { journey, run, behind, page });
export const story = (journey: string, run: string | null, account: string, replication: number) =>
  host.call<Story>("story", { journey, run, account, replication });
export const proposals = (journey: string, run: string) =>
  host.call<Proposal[]>("proposals", { journey, run });
export const listRuns = (journey: string) => host.call<RunLine[]>("listRuns", { journey });
export const openRun = (run: string) => host.call<RunView>("openRun", { run });
export const savePreferences = (preferences: Preferences) =>
  host.call<Preferences>("savePreferences", { preferences });
/** What files hold, before anything is taken. */
export const previewImport = (files: Given[]) => host.call<FilePreview[]>("previewImport", { files });
/** What the columns of a file may be taken for. */
export const importTargets = (of: FileClass) => host.call<Target[]>("importTargets", { class: of });
export const importFiles = (files: Given[]) => host.call<ImportSummary>("importFiles", { files });
export const importProgress = () => host.call<ImportProgress | null>("importProgress", {});
export const cancelImport = () => host.call<object>("cancelImport", {});
/** Values that stand in the data and contain what was typed, the common ones first. */
export const suggestValues = (of: ValuesOf, typed: string) =>
  host.call<Suggestion[]>("suggestValues", { of, typed });
export const holdings = () => host.call<Holdings>("holdings", {});

/** Replaces all records by invented ones. */
export const makeSample = (recipe: Recipe) => host.call<TablesView>("makeSample", { recipe });
export const tableViews = () => host.call<TableViews>("tableViews", {});
export const saveTableView = (table: TableName, view: TableView) =>
  host.call<TableViews>("saveTableView", { table, view });
/** What can be taken back of the edits of the tables; they and undo answer with it. */
export const tables = () => host.call<TablesView>("tables", {});
export const editTables = (intent: TableIntent) => host.call<TablesView>("editTables", { intent });
export const undoTables = () => host.call<TablesView>("undoTables", {});
export const redoTables = () => host.call<TablesView>("redoTables", {});

/** The buying groups of the data at hand. */
export const listGroups = (looking: GroupsLooking, from: number, count: number) =>
  host.call<GroupsPage>("listGroups", { looking, from, count });
export const group = (interest: string, account: string) =>
  host.call<GroupDetail | null>("group", { interest, account });
export const coverage = () => host.call<Coverage>("coverage", {});
export const overlap = () => host.call<Overlap>("overlap", {});
/** What role cards would do to the people at hand. */
export const previewTemplate = (cards: RoleCard[]) =>
  host.call<TemplatePreview>("previewTemplate", { cards });
/** The values that score 100 in the data at hand. */
export const calibration = () => host.call<Calibration>("calibration", {});
/** Who uses a record of the workspace; without a collection, a stage. */
export const uses = (of: Collection | null, key: string) => host.call<Use[]>("uses", { of, key });
export const exportSheet = (sheet: SheetOf, form: SheetForm, language: "en" | "es") =>
  host.call<Exported>("exportSheet", { sheet, form, language });
export const saveSheet = (sheet: SheetOf, form: SheetForm, language: "en" | "es", path: string) =>
  host.call<ExportPlace>("saveSheet", { sheet, form, language, path });

/** The workspace's file, and the others; also where none could be opened. */
export const workspaceFile = () => host.call<WorkspaceFile>("workspaceFile", {});
/** Opens another workspace; the present one stays open where that fails. */
export const openWorkspace = (path: string) => host.call<WorkspaceFile>("openWorkspace", { path });
export const newWorkspace = (name: string, sample: boolean) =>
  host.call<WorkspaceFile>("newWorkspace", { name, sample });
export const copyWorkspace = (path: string) => host.call<WorkspaceFile>("copyWorkspace", { path });
export const restoreBackup = (path: string) => host.call<WorkspaceFile>("useBackup", { path });

/** The workspace's own records; edits and undo answer with all of it. */
export const workspace = () => host.call<WorkspaceView>("workspace", {});
export const editWorkspace = (intent: WorkspaceIntent) =>
  host.call<WorkspaceView>("editWorkspace", { intent });
export const undoWorkspace = () => host.call<WorkspaceView>("undoWorkspace", {});
export const redoWorkspace = () => host.call<WorkspaceView>("redoWorkspace", {});
/** Does what mends a finding where that is an edit of the workspace. */
export const mendWorkspace = (journey: string, finding: Finding) =>
  host.call<WorkspaceView>("mendWorkspace", { journey, finding });
/** Publishes, closes, finishes or aborts; answers with all journeys. */
export const setJourneyStatus = (journey: string, status: JourneyStatus) =>
  host.call<JourneySummary[]>("setJourneyStatus", { journey, status });
/** Rows of a table as it is looked at, the first of them `from`. */
export const rows = (looking: Looking, from: number, count: number) =>
  host.call<Rows>("rows", { looking, from, count });

export const exportJourney = (journey: string, format: string, language: "en" | "es") =>
  host.call<Exported>("exportJourney", { journey, format, language });
/** The workspace, what runs assume, or the goals of a journey, as the command line reads them. */
export const exportDocument = (of: DocumentOf) => host.call<Exported>("exportDocument", { of });
/** Where a file of a journey would go. */
export const exportPlace = (journey: string, format: string) =>
  host.call<ExportPlace>("exportPlace", { journey, format });
export const saveExport = (
  journey: string,
  format: string,
  language: "en" | "es",
  path: string,
  replace: boolean,
) => host.call<ExportPlace>("saveExport", { journey, format, language, path, replace });

/** One replication of the journey as it stands, with its chapters. */
export const play = (journey: string) => host.call<Playable>("play", { journey });
export const chapters = (journey: string) => host.call<ChaptersView>("chapters", { journey });
export const editChapters = (journey: string, intent: ChapterIntent) =>
  host.call<ChaptersView>("editChapters", { journey, intent });
export const undoChapters = (journey: string) => host.call<ChaptersView>("undoChapters", { journey });
export const redoChapters = (journey: string) => host.call<ChaptersView>("redoChapters", { journey });
/** Reads a file of a show; nothing of it comes into the workspace. */
export const openShow = (path: string) => host.call<Playable>("openShow", { path });
export const exportShow = (journey: string, form: ShowForm, language: "en" | "es", hidden: boolean) =>
  host.call<Exported>("exportShow", { journey, form, language, private: hidden });
/** Where a file of it would go. */
export const showPlace = (journey: string, form: ShowForm) =>
  host.call<ExportPlace>("showPlace", { journey, form });
export const saveShow = (
  journey: string,
  form: ShowForm,
  language: "en" | "es",
  hidden: boolean,
  path: string,
) => host.call<ExportPlace>("saveShow", { journey, form, language, private: hidden, path });
/** Where a file that the window has made would go. */
export const madePlace = (name: string) => host.call<ExportPlace>("madePlace", { name });
export const saveMade = (path: string, text: string | null, base64: string | null) =>
  host.call<ExportPlace>("saveMade", { path, text, base64 });
