/** English: the tables at hand and their import. */
export const data = {
  "data.title": "Accounts and data",
  "data.show": "Accounts and data…",
  "data.back": "Back to the journey",
  "data.table": "Table",
  "data.accounts": "Accounts",
  "data.people": "People",
  "data.activities": "Activities",
  "data.search": "Search all columns",
  "data.sortBy": "Sort by {column}",
  "data.empty": "Nothing here yet. Drop files on the window, or choose some with “Import files”.",
  "data.notFound": "No row holds this text. Try another word.",
  "data.accountOf": "Account: {name}",
  "data.accountKey": "Account key",
  "data.personKey": "Person key",
  "data.personRoles": "Role in account",
  "data.timestamp": "Time",
  "data.eventType": "Event type",
  "data.fields": "Fields",
  "data.solutionInterest": "Solution interest",
  "data.role": "Role",
  "data.source": "Source",
  "data.removed": "Removed",

  "import.choose": "Import files…",
  "import.drop": "Drop the files to import them",
  "import.title": "Import files",
  "import.done": "Imported",
  "import.go": "{count, plural, =0 {Import} one {Import the file} other {Import # files}}",
  "import.close": "Close",
  "import.class": "What {file} holds",
  "import.class.accounts": "Accounts",
  "import.class.people": "People",
  "import.class.activities": "Activities",
  "import.class.members": "Memberships",
  "import.class.combined": "Accounts with contacts",
  "import.remove": "Leave out {file}",
  "import.missing":
    "{count, plural, one {No column is taken for {columns}. Choose it below a header, or leave the file out.} other {No columns are taken for {columns}. Choose them below a header, or leave the file out.}}",
  "import.rows": "First rows of {file}",
  "import.takenFor": "{column} is taken for",
  "import.leaveOut": "Leave out",
  "import.ownAttribute": "{name} (your own)",
  "import.unnamed": "Column {number}",
  "import.notes": "{count, plural, one {# remark} other {# remarks}}",
  "import.moreNotes": "{count, plural, one {and one more} other {and # more}}",
  "import.line": "{file}, line {line}:",
  "import.progress": "Import",
  "import.writing": "Writing…",
  "import.cancelled": "The import was cancelled. Everything is as it was before.",
  "import.nothing": "Nothing was taken.",
  "import.added": "New",
  "import.updated": "Changed",
  "import.unchanged": "As before",

  "note.missing": "the row has no {what}, so it is not taken. Add one.",
  "note.keySeen":
    "the key {key} was seen before, on line {first}, so the row is not taken. Give it a key of its own.",
  "note.secondAccount":
    "the person {key} already belongs to the account {account}. A person belongs to one account, and the first is kept.",
  "note.tilde":
    "the key {key} contains “~”, which is kept for people whom a run finds. The row is not taken; change the key.",
  "note.nameTooLong": "the name has {length} characters, and at most 255 are taken. Shorten it.",
  "note.unknownAccount":
    "the account {account} is not known, so the person is not taken. Add the account, or correct its key.",
  "note.unknownPerson":
    "the person {person} is not known, so the row is not taken. Add the person, or correct the key.",
  "note.timestamp": "“{text}” is no date and time, so the row is not taken. Write it as 2026-11-03T09:30.",
  "note.source": "“{text}” is no source, so the row is not taken. Use manual, journey or system.",
  "note.removed":
    "“{text}” does not say whether the member is removed, so the row is not taken. Use true or false.",
  "note.tooManyCells":
    "the row has {found} cells where the header has {wanted}, so it is not taken. Put quotation marks around a cell that contains the separator.",
  "note.nul": "the row contains a character of code 0, so it is not taken. Remove that character.",
  "note.western":
    "the text is no UTF-8, so it is taken for Windows-1252. Check the accents, or save the file as CSV UTF-8.",
  "note.noObject": "the record is no object, so it is not taken.",
  "note.columnTwice": "the column {header} is there twice. The first is taken; rename the other one.",
  "note.columnUnnamed": "column {number} has no name and is left out. Name it, or remove it.",
  "note.tooManyColumns":
    "the column {header} is left out, since at most 100 attributes of your own are kept. Leave out others to keep it.",
  "note.keysMade":
    "the file gives no keys for {what}, so their {from} are used as keys. Add a column of keys to keep them stable.",
  "note.unused": "the file is not read, since {other} holds the same. Remove one of them.",

  "failure.import-under-way": "Another import is under way. Wait for its end, or cancel it.",
  "failure.import-overtaken":
    "The records were changed elsewhere during the import, so nothing was taken. Import again.",
} as const;
