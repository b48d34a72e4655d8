package io.multichat.app.erase;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.text.Rfc3339;
import io.multichat.jobs.erase.plan.ErasurePlan;
import io.multichat.jobs.erase.plan.PlannedErasure;
import io.multichat.reading.erase.EntryCounts;
import java.util.Map;

/** Plans of erasures as JSON. */
public final class PlanJson {
    private PlanJson() {}

    /** @param stores what each store holds of the plan; empty if that was not counted */
    public static ObjectNode of(ErasurePlan plan, Map<String, EntryCounts> stores) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("at", Rfc3339.format(plan.at()));
        json.putArray("erasures");
        plan.erasures().forEach(erasure -> json.withArray("erasures").add(erasure(erasure)));
        json.putArray("deletedBefore");
        plan.deletedBefore().forEach(id -> json.withArray("deletedBefore").add(id.toString()));
        json.putObject("stores");
        stores.forEach((store, counts) -> put(json.withObject("/stores").putObject(store), counts));
        return json;
    }

    private static ObjectNode erasure(PlannedErasure erasure) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("conversation", erasure.conversation().key());
        erasure.command().session().ifPresent(session -> json.put("session", session.toString()));
        put(json, erasure.counts());
        erasure.hold().ifPresent(hold -> json.put("hold", hold));
        return json;
    }

    private static void put(ObjectNode json, EntryCounts counts) {
        json.put("messages", counts.messages())
                .put("revisions", counts.revisions())
                .put("events", counts.events());
    }
}
