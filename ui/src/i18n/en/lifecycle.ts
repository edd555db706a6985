/** English: the life of journeys, fixes, and the edits of the workspace. */
export const lifecycle = {
  "status.live": "Live",
  "status.closed": "Closed",
  "status.finished": "Finished",
  "status.aborted": "Aborted",
  "journeys.to.live": "Publish",
  "journeys.to.closed": "Close to new entries",
  "journeys.to.finished": "Finish",
  "journeys.to.aborted": "Abort",
  "journeys.structure": "Duplicate structure only…",
  "dialog.structure.title": "Duplicate the structure",
  "check.fix": "Fix: {fix}",
  "edit.mend": "fix: {what}",
  "failure.mended": "That finding is there no more. Look at the check again.",
  "failure.frozen": "Only a draft can be changed. Duplicate the journey and change the copy.",
  "failure.no-such-step": "A journey can’t take that step from where it stands. Choose another.",
  "failure.not-publishable":
    "{count, plural, one {# error keeps} other {# errors keep}} this journey a draft. Check shows where.",
  "failure.still-running": "Accounts may still be in this journey. Abort or finish it before you delete it.",
  "failure.in-use": "“{what}” is in use by {by}. Take it out there first.",
  "failure.record-nameless": "This needs a name. Type one.",
  "failure.record-taken": "{key} is there already. Choose another name.",
  "failure.unknown-record": "That is no longer in this workspace. Choose another.",
  "failure.default-role": "The role {role} always exists as it is. Add one of your own instead.",
  "failure.no-live-template": "A solution interest needs a live roles template. Publish one first.",
  "failure.template-stays":
    "The roles template of a solution interest stays. Make another solution interest.",
  "failure.model-stays":
    "A live stages model stays as it is. Delete it where nothing uses it, and make another.",
  "failure.live-stays": "What is live does not become a draft again. Make a copy and change that.",
  "failure.not-ready": "“{name}” can’t go live yet. {by}",
} as const;
