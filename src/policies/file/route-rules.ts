// What must hold inside the routes of a policy file: each step once, after steps that are there, going on from
// outcomes that can come, each outcome leading somewhere.

import type { Fault } from '../../domain/problem.ts';
import type { PolicyFile } from './policy-shape.ts';

type RouteInFile = PolicyFile['routes'][string];

export const ROUTE_RULES: readonly ((file: PolicyFile) => Fault[])[] = [
  stepsFit,
  outcomesExist,
  outcomesLeadOn,
];

function stepsOf({ steps, followUp }: RouteInFile): string[] {
  return [...steps, ...followUp].map(({ activity }) => activity);
}

function stepsFit({ routes }: PolicyFile): Fault[] {
  return Object.entries(routes).flatMap(([id, route]) => {
    const known = stepsOf(route);
    return (['steps', 'followUp'] as const).flatMap((key) =>
      route[key].flatMap(({ activity, after }, index): Fault[] => {
        const path = ['routes', id, key, index];
        const position = key === 'steps' ? index : route.steps.length + index;
        const twice: Fault[] =
          known.indexOf(activity) < position
            ? [
                {
                  path: [...path, 'activity'],
                  what: 'a step that comes twice',
                  value: activity,
                  allowed: 'each once',
                },
              ]
            : [];
        const later = (after ?? []).flatMap((one, place): Fault[] => {
          if (known.slice(0, position).includes(one.activity)) return [];
          return [
            {
              path: [...path, 'after', place, 'activity'],
              what: 'it waits for what is no earlier step of the route',
              value: one.activity,
              allowed: known.slice(0, position).join(' | ') || 'nothing: it is the first',
            },
          ];
        });
        return [...twice, ...later];
      }),
    );
  });
}

function outcomesExist({ routes, activities }: PolicyFile): Fault[] {
  return Object.entries(routes).flatMap(([id, route]) =>
    Object.entries(route.outcomes).flatMap(([activity, outcome]): Fault[] => {
      const path = ['routes', id, 'outcomes', activity];
      if (!stepsOf(route).includes(activity)) {
        return [
          {
            path,
            what: 'an outcome of what is no step of the route',
            value: activity,
            allowed: stepsOf(route).join(' | '),
          },
        ];
      }
      const known = Object.keys(activities[activity]?.outcomes ?? {});
      if (known.includes(outcome)) return [];
      return [
        {
          path,
          what: 'unknown outcome',
          value: outcome,
          allowed: known.join(' | ') || 'none: the activity names no outcomes',
        },
      ];
    }),
  );
}

function outcomesLeadOn({ routes, activities }: PolicyFile): Fault[] {
  return Object.entries(activities).flatMap(([activity, { outcomes }]) =>
    Object.keys(outcomes ?? {}).flatMap((outcome): Fault[] => {
      if (Object.values(routes).some((route) => route.outcomes[activity] === outcome)) return [];
      return [
        {
          path: ['activities', activity, 'outcomes', outcome],
          what: 'an outcome that no route goes on from',
          value: outcome,
          allowed: 'a route with it, or leave it out',
        },
      ];
    }),
  );
}
