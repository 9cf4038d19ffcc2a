// What server and client say to each other beyond the Language Server Protocol. Shared by both, so nothing but types and names is here.
import type { Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { ExportFormat, ExportScope, PasteFormat, PreviewOutline } from '../core/index.ts';
import type { Dashboard } from '../workspace/index.ts';

export type {
  ExportFormat,
  ExportScope,
  LineMarks,
  PasteFormat,
  PreviewOutline,
  Tick,
  TimelineDrawing,
} from '../core/index.ts';

/** The name of a request or notification, with the types of what is sent and what is answered. */
export interface Message<Params, Result = void> {
  readonly method: string;
  /** Never there: it only ties the types to the name. */
  readonly types?: (params: Params) => Result;
}

function message<Params, Result = void>(method: string): Message<Params, Result> {
  return { method };
}

/** What a client says about itself in `initializationOptions`. Every part is optional: other editors send none. */
export interface ClientOptions {
  /** It answers `readFile` and `readDirectory`, so that documents outside of the disk have their configuration, too. */
  readonly files?: boolean;
  /** It answers `gitAuthors`. */
  readonly gitAuthors?: boolean;
  /** It shows `statusChanged`. */
  readonly status?: boolean;
  /** It has the commands of `Command`, so that code actions and lenses may name them. */
  readonly commands?: boolean;
  /** IANA zone of the clock that people see: hovers tell times in it, too. */
  readonly timeZone?: string;
  /** Texts of the server in the language that people see, by their English original; English where they are left out. */
  readonly translations?: Readonly<Record<string, string>>;
  /** A folder, as a URI, where the server may keep what it knows of the workspace between two starts. */
  readonly storage?: string;
}

/** Commands that only this project's own client has. */
export const Command = {
  showRule: 'postmortem.showRule',
  showFindings: 'postmortem.showFindings',
  addTimelineEntry: 'postmortem.addTimelineEntry',
  addWhy: 'postmortem.addWhy',
  addRelatedIncident: 'postmortem.addRelatedIncident',
} as const;

/** Server → client: the text of a file, null where there is none; `edited` asks for what an open editor shows of it. */
export const readFile = message<{ uri: string; edited?: boolean }, { text: string } | null>('postmortem/readFile');

/** Server → client: the names in a directory, none where there is no such directory. */
export const readDirectory = message<{ uri: string }, { names: readonly string[] }>('postmortem/readDirectory');

/** Server → client: what changes whenever a file may have changed, null where nothing of the kind is known. */
export const fileStamp = message<{ uri: string }, { stamp: string } | null>('postmortem/fileStamp');

/** Server → client: writes a file below `storage`; it is refused elsewhere. */
export const writeFile = message<{ uri: string; text: string }, null>('postmortem/writeFile');

/**
 * Server → client: who wrote the latest commits of the repository at `root`, a URI, each once, the last one first; none where git cannot
 * be asked, null where it has not answered yet.
 */
export const gitAuthors = message<{ root: string }, { names: readonly string[] | null }>('postmortem/gitAuthors');

/** What the status of one document shows. */
export interface DocumentStatus {
  readonly uri: string;
  readonly version: number;
  readonly isPostmortem: boolean;
  readonly template?: string;
  readonly lifecycle?: 'draft' | 'in-review' | 'final';
  readonly counts?: Readonly<Record<'error' | 'warning' | 'information' | 'hint', number>>;
  /** Rules that failed on this document; the others were applied. */
  readonly failedRules?: readonly string[];
}

/** Server → client, a notification: a document was checked. */
export const statusChanged = message<DocumentStatus>('postmortem/statusChanged');

/** Client → server: the status of a document, null where it is not open. */
export const documentStatus = message<{ uri: string }, DocumentStatus | null>('postmortem/documentStatus');

/** Changes that a command makes to a document. */
export type ChangeName = 'missing-sections' | 'five-whys' | 'add-why' | 'timeline-entry' | 'roles' | 'fix-all';

/** A change to apply, or the reason why there is none. */
export type ChangeAnswer =
  | { readonly edit: WorkspaceEdit; readonly nothing?: undefined }
  | { readonly nothing: string; readonly edit?: undefined };

/** Client → server: the edit for a command in a document. */
export const documentChange = message<
  { readonly uri: string; readonly change: ChangeName; readonly line?: number },
  ChangeAnswer
>('postmortem/documentChange');

/** What Enter starts: text for a range of one version of a document, as a snippet. */
export interface NextLine {
  readonly version: number;
  readonly range: Range;
  readonly snippet: string;
}

/** Client → server: what to write after Enter at a position in the new line, null where Enter is only Enter. */
export const nextLine = message<{ readonly uri: string; readonly position: Position }, NextLine | null>(
  'postmortem/nextLine',
);

/** One template that a new postmortem can be made from. */
export interface TemplateChoice {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

/** Client → server: what a new postmortem can start with, for a folder of the workspace. */
export const newPostmortemChoices = message<
  { readonly folder?: string },
  {
    readonly incidentId: string;
    readonly severities: readonly string[];
    readonly templates: readonly TemplateChoice[];
    /** Id of the template that is proposed for each severity. */
    readonly templateFor: Readonly<Record<string, string>>;
    /** What makes a postmortem mandatory. */
    readonly triggers: readonly { readonly id: string; readonly name: string }[];
    /** Where it is created, as a URI; undefined where no folder is open. */
    readonly directory: string | undefined;
  }
>('postmortem/newPostmortemChoices');

/** Client → server: people of the repository, those of other postmortems first. Git may be slow to tell. */
export const listPeople = message<{ readonly folder?: string }, readonly string[]>('postmortem/listPeople');

/** Client → server: name and text of a new postmortem. `snippet` is the text with its fill-ins as tab stops. */
export const newPostmortem = message<
  {
    readonly folder?: string;
    readonly title: string;
    readonly incidentId: string;
    readonly severity?: string;
    readonly date: string;
    readonly template: string;
    /** Id of one of the triggers. */
    readonly trigger?: string;
    /** `HH:MM` on the day of the incident, UTC. */
    readonly detectedAt?: string;
    readonly detectedBy?: string;
    readonly commander?: string;
    readonly attendees?: readonly string[];
  },
  { readonly fileName: string; readonly text: string; readonly snippet: string }
>('postmortem/newPostmortem');

/** A template with the structure of a document, as the file that it becomes. */
export interface AdoptedTemplate {
  readonly name: string;
  /** The file, as a URI; undefined where no folder is open. */
  readonly uri: string | undefined;
  readonly text: string;
  /** Whether New Postmortem would offer it in place of a template that comes with the product. */
  readonly replacesBuiltin: boolean;
}

/**
 * Client → server: the template that a document becomes under a name, one that is proposed where none is given. Null where it has no
 * heading that another postmortem could have. It writes nothing.
 */
export const adoptStructure = message<{ readonly uri: string; readonly name?: string }, AdoptedTemplate | null>(
  'postmortem/adoptStructure',
);

/** Client → server: ids and titles of all rules. */
export const listRules = message<
  Record<string, never>,
  readonly { readonly id: string; readonly title: string; readonly page: string }[]
>('postmortem/listRules');

/** Pasted text as entries of a timeline. */
export interface TimelinePaste {
  readonly format: PasteFormat;
  readonly edits: readonly TextEdit[];
  /** Entries added; what is in the timeline already is not added again. */
  readonly added: number;
  /** Whether the text holds a key, token or password. */
  readonly secrets: boolean;
}

/** Client → server: pasted text as entries of a document's timeline, null where no format explains the text. */
export const pasteTimeline = message<
  {
    readonly uri: string;
    readonly position: Position;
    readonly text: string;
    readonly html?: string;
    /** IANA zone in which the writer's programs show times. */
    readonly timeZone: string;
    /** Into the document's timeline wherever it stands, or at the position unless a timeline is there. */
    readonly into: 'timeline' | 'here';
  },
  TimelinePaste | null
>('postmortem/pasteTimeline');

/** Client → server: what the preview of a document draws, null for a document that is no postmortem. */
export const previewOutline = message<{ readonly uri: string }, PreviewOutline | null>('postmortem/previewOutline');

/** Client → server: a postmortem for another tool, null where there is nothing to export. */
export const exportDocument = message<
  { readonly uri: string; readonly format: ExportFormat; readonly scope: ExportScope },
  { readonly text: string } | null
>('postmortem/export');

/** A draft for readers outside of the organisation. Lines are 0-based lines of the draft. */
export interface ExternalDraft {
  readonly markdown: string;
  readonly removed: readonly { readonly kind: string; readonly text: string }[];
  readonly leaks: readonly {
    readonly kind: string;
    /** The kind in the words of the reader. */
    readonly what: string;
    readonly text: string;
    readonly line: number;
    readonly advice: string;
  }[];
}

/** Client → server: the external version of a postmortem, null for a document that is none. */
export const externalVersion = message<{ readonly uri: string }, ExternalDraft | null>('postmortem/externalVersion');

/** Client → server: questions for the review of a postmortem as Markdown, null for a document that is none. */
export const facilitatorSheet = message<{ readonly uri: string }, { readonly markdown: string } | null>(
  'postmortem/facilitatorSheet',
);

/** What figures are asked about: a period (`2026-Q3`, `2025-Q4..2026-Q3`; the last four quarters where none is named) and which incidents. */
export interface TeamQuestion {
  readonly period?: string;
  readonly filter?: { readonly service?: string; readonly team?: string; readonly severity?: string };
}

export type { Dashboard, DashboardCell, DashboardMetric } from '../workspace/index.ts';

/** Client → server: everything that the dashboard shows, with the URI of each document by its path. */
export const teamDashboard = message<
  TeamQuestion,
  { readonly dashboard: Dashboard; readonly uris: Readonly<Record<string, string>> } | null
>('postmortem/teamDashboard');

/** Client → server: the report of a period as a file. */
export const teamReport = message<
  TeamQuestion & { readonly format: 'html' | 'csv' | 'json' | 'text' },
  { readonly text: string } | null
>('postmortem/teamReport');

/** A file of `.postmortem` as it will be. */
export interface TeamFile {
  readonly uri: string;
  readonly text: string;
}

/** Client → server: the incident register after an import; `tool` is null for a text that is no export of a known tool. */
export const importIncidents = message<
  { readonly text: string },
  {
    readonly tool: string | null;
    readonly added: number;
    readonly completed: number;
    readonly unchanged: number;
    readonly skipped: readonly { readonly what: string; readonly reason: string }[];
    readonly file: TeamFile;
  } | null
>('postmortem/importIncidents');

/** Client → server: what people are asked in the psychological safety survey, and the quarter it is about. */
export const surveyForm = message<
  Record<string, never>,
  { readonly statements: readonly string[]; readonly quarter: string; readonly fewest: number }
>('postmortem/surveyForm');

/** Client → server: the surveys with more answers in them, each a list of scores from 1 to 10. */
export const recordSurvey = message<
  { readonly quarter: string; readonly answers: readonly (readonly number[])[] },
  { readonly file: TeamFile; readonly answers: number; readonly score: number | null } | null
>('postmortem/recordSurvey');

/** Client → server: the digest of a Failure Friday, null where there is nothing to share. */
export const failureFriday = message<
  Record<string, never>,
  { readonly digest: string; readonly file: TeamFile; readonly documents: number } | null
>('postmortem/failureFriday');

/** Server → client, a notification: lists of postmortems and action items are no longer what they were. */
export const workspaceChanged = message<Record<string, never>>('postmortem/workspaceChanged');

/** One postmortem of the workspace. */
export interface PostmortemEntry {
  readonly uri: string;
  /** UTF-16 offset of its title. */
  readonly offset: number;
  readonly title: string;
  readonly incidentId: string | undefined;
  /** `YYYY-MM-DD` */
  readonly date: string | undefined;
  readonly lifecycle: 'draft' | 'in-review' | 'final';
  readonly severity: string | undefined;
  readonly services: readonly string[];
  /** Not complete, and by the policy it had to be. */
  readonly late: boolean;
}

/** Client → server: the postmortems of the workspace, newest first. */
export const listPostmortems = message<Record<string, never>, readonly PostmortemEntry[]>('postmortem/listPostmortems');

/** Client → server: the folders, as URIs, that postmortems lie in or that the configuration names for them. */
export const postmortemFolders = message<Record<string, never>, readonly string[]>('postmortem/postmortemFolders');

/** One action item of the workspace. */
export interface ActionEntry {
  readonly uri: string;
  /** UTF-16 offset of the item: names it within its document. */
  readonly offset: number;
  readonly id: string | undefined;
  readonly action: string;
  readonly owner: string | undefined;
  readonly due: string | undefined;
  readonly when: 'overdue' | 'this-week' | 'open' | 'done';
  /** Days from today to the due date, negative where it is past. */
  readonly daysLeft: number | undefined;
  readonly postmortem: string;
}

/** Client → server: the action items of all postmortems, most urgent first. Cancelled ones are left out. */
export const listActions = message<Record<string, never>, readonly ActionEntry[]>('postmortem/listActions');

/** Client → server: the edit that marks an action item of an open document done, or open again. */
export const setActionDone = message<
  { readonly uri: string; readonly offset: number; readonly done: boolean },
  ChangeAnswer
>('postmortem/setActionDone');

/** Something that a postmortem has or lacks before it can be final. */
export interface ReadinessItem {
  readonly label: string;
  readonly ready: boolean;
  readonly findings: readonly { readonly message: string; readonly ruleId: string; readonly range: Range }[];
}

/** Client → server: what blocks Final in an open document, null where it is no postmortem. */
export const readiness = message<{ readonly uri: string }, readonly ReadinessItem[] | null>('postmortem/readiness');

/** Another postmortem whose cause is much like the one of the document that is written. */
export interface SimilarIncident {
  readonly uri: string;
  readonly incidentId: string | undefined;
  readonly title: string;
  /** What both causes have and few others: "connection, exhaust". */
  readonly reason: string;
  readonly openActions: readonly {
    readonly action: string;
    readonly owner: string | undefined;
    readonly due: string | undefined;
  }[];
}

/** Client → server: the incidents most similar to the one that an open document is about, best first; three at most, those that it names left out. */
export const similarIncidents = message<{ readonly uri: string }, readonly SimilarIncident[]>(
  'postmortem/similarIncidents',
);

/** Client → server: the edit that lists the incident of the postmortem `related` in an open document. */
export const addRelatedIncident = message<{ readonly uri: string; readonly related: string }, ChangeAnswer>(
  'postmortem/addRelatedIncident',
);
