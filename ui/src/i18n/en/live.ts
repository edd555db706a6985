/** English: what an edit does, at once. */
export const live = {
  "live.name": "Live",
  "live.switch": "Switch Live on or off",
  "live.hint": "Show at once what each edit does",
  "live.about": "{accounts} of {of} accounts, one replication",
  "live.all": "all {of} accounts, one replication",
  "live.words": "{ready} groups ready ({readyChange}), cost {cost} ({costChange})",
  "live.same": "no change",
  "live.waiting": "Working out what the edit does…",
  "live.stopped": "Live waits: {message}",
  "live.anew": "Compare from here",
  "live.ghost": "before",
  "live.ghostKey": "as it was when the comparison began",
  "live.ready": "Groups ready",
  "live.cost": "Cost",
  "live.completeness": "Completeness at the end",
  "live.before": "before {value}",
} as const;
