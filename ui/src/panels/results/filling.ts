import type { Story, StoryGroup } from "../../core/types";

interface Filling {
  role: string;
  required: boolean;
  membersRequired: number;
  members: string[];
  /** The day on which it was filled; null: from the start, or not. */
  since: number | null;
}

/** How the roles of a group stand in the end. */
export function filling(group: StoryGroup, story: Story, nameOf: (person: string) => string): Filling[] {
  return group.roles.map(({ role, required, membersRequired }) => {
    // Nobody has two roles in one group: whoever gets another one gives up the one before.
    const roleOf = new Map(group.members.map((of) => [of.person, of.role]));
    const members = () => [...roleOf].filter(([, of]) => of === role).map(([person]) => person);
    let since: number | null = null;
    for (const { day, minute, member } of story.happenings) {
      if (!member || member.solutionInterest !== group.solutionInterest) continue;
      const before = members().length;
      if (member.added) roleOf.set(member.person, member.role);
      else if (roleOf.get(member.person) === member.role) roleOf.delete(member.person);
      if (before < membersRequired && members().length >= membersRequired) since = minute === 0 ? null : day;
    }
    return { role, required, membersRequired, members: members().map(nameOf), since };
  });
}
