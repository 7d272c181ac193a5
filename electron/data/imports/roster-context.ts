import type { Pack } from '#shared/policy/pack.ts';
import { clausesOfKind, factsOfKind } from '#shared/policy/project-ground.ts';
import { createFinders, type Finders, type RosterContext } from '#shared/roster/context.ts';

const known = new WeakMap<Pack, Finders>();

/** Finders over what rosters can name of a district: streets, titles, kinds of projects …; made once for each pack. */
export function findersOf(pack: Pack): Finders {
  const ready = known.get(pack);
  if (ready !== undefined) return ready;
  const finders = createFinders(rosterContext(pack));
  known.set(pack, finders);
  return finders;
}

function rosterContext(pack: Pack): RosterContext {
  const { streets, platforms, chains, titles, pools } = pack;
  return {
    streets,
    platforms,
    chains,
    titles,
    pools,
    projectForms: pack.projectKinds.map(({ id, label, ...labels }) => ({
      id,
      label,
      aliases: clausesOfKind(pack, id).clauses.map((clause) => clause.title),
      nameLabel: labels.nameLabel,
      dateLabel: labels.dateLabel,
      objectLabel: labels.objectLabel,
      contractLabel: labels.contractLabel,
      facts: factsOfKind(pack, id).map((fact) => ({
        name: fact.name,
        label: fact.label,
        type: fact.type,
        help: fact.help,
        choices: fact.choices.map((choice) => ({
          id: choice.value,
          label: choice.label,
          aliases: choice.aliases,
        })),
      })),
    })),
    clauses: pack.clauses.map(({ id, title, reference, part, item, trigger }) => ({
      id,
      label: title,
      aliases: [reference.text, `${part}${item}`],
      titleIds: trigger.kind === 'title' ? trigger.titleIds : [],
      projectKindId: trigger.kind === 'project' ? trigger.projectKindId : null,
    })),
  };
}
