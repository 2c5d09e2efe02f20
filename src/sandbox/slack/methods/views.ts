import { checkView } from "../check-view.ts";
import { problemLine } from "../checks.ts";
import { ApiError } from "../errors.ts";
import { isObj, type Obj, textAt } from "../json.ts";
import type { StoredView } from "../model.ts";
import { openModal, publishHome, takeTrigger, updateView, viewJson } from "../views.ts";
import type { Call, Method } from "./method.ts";

/** The `view` argument, checked. Throws `invalid_arguments` with a JSON pointer. */
function viewOf({ args }: Call, type: "modal" | "home"): Obj {
  const view = args.json("view", "invalid_arguments");
  const problems = checkView(view, type, "/view");
  if (problems.length > 0 || !isObj(view)) {
    throw new ApiError("invalid_arguments", { response_metadata: { messages: problems.map(problemLine) } });
  }
  return view;
}

function triggerOf({ world, app, args }: Call) {
  const id = args.text("trigger_id") || args.text("interactivity_pointer");
  if (id === "") {
    throw new ApiError("invalid_arguments", {
      response_metadata: { messages: ["[ERROR] missing required field: trigger_id"] },
    });
  }
  return takeTrigger(world, app, id);
}

const open: Method = {
  tier: 4,
  run(call) {
    const view = viewOf(call, "modal");
    return { view: viewJson(openModal(call.world, call.app, triggerOf(call), view, false)) };
  },
};

const push: Method = {
  tier: 4,
  run(call) {
    const view = viewOf(call, "modal");
    return { view: viewJson(openModal(call.world, call.app, triggerOf(call), view, true)) };
  },
};

function storedView({ world, app, args }: Call): StoredView {
  const externalId = args.text("external_id");
  const stored = externalId
    ? [...world.views.values()].find((one) => textAt(one.view, "external_id") === externalId)
    : world.views.get(args.need("view_id"));
  if (!stored || stored.app !== app) throw new ApiError("view_not_found");
  return stored;
}

function refuseStale({ args }: Call, stored: StoredView): void {
  if (args.has("hash") && args.text("hash") !== stored.hash) throw new ApiError("hash_conflict");
}

const update: Method = {
  tier: 4,
  run(call) {
    const stored = storedView(call);
    const view = viewOf(call, stored.type);
    refuseStale(call, stored);
    updateView(call.world, stored, view);
    return { view: viewJson(stored) };
  },
};

const publish: Method = {
  tier: 4,
  run(call) {
    const { world, app, args } = call;
    const person = world.people.get(args.need("user_id"));
    if (!person || !app.teamIds.includes(person.teamId)) throw new ApiError("user_not_found");
    const view = viewOf(call, "home");
    const old = world.homes.get(`${app.appId}:${person.id}`);
    if (old) refuseStale(call, old);
    return { view: viewJson(publishHome(world, app, person, view)) };
  },
};

export const viewMethods: Record<string, Method> = {
  "views.open": open,
  "views.push": push,
  "views.update": update,
  "views.publish": publish,
};
