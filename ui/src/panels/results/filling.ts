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
export function filling(group: StoryGroup, story: Story): Filling[] {
  const nameOf = new Map(story.people.map(({ person, name }) => [person, name]));
  return group.roles.map(({ role, required, membersRequired }) => {
    let members = group.members.filter((of) => of.role === role).map(({ person }) => person);
    let since: number | null = null;
    for (const { day, minute, member } of story.happenings) {
      if (!member || member.role !== role || member.solutionInterest !== group.solutionInterest) continue;
      const before = members.length;
      members = member.added
        ? [...members, member.person]
        : members.filter((person) => person !== member.person);
      if (before < membersRequired && members.length >= membersRequired) since = minute === 0 ? null : day;
    }
    const names = members.map((person) => nameOf.get(person) ?? person);
    return { role, required, membersRequired, members: names, since };
  });
}
