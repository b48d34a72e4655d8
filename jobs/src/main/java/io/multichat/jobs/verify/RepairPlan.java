package io.multichat.jobs.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What to do about differences, by the store that has them. */
final class RepairPlan {
    private static final Map<String, String> STEPS = Map.of(
            "archive",
            "archive: put a damaged or missing file back from a backup. If lines are missing, see that the archive connector runs; it"
                    + " continues after its newest manifest. If the topics no longer hold what is missing, import it again",
            "sqlite",
            "sqlite: stop the process, move the database file aside and start again: the sink fills a new file from the topics as far as"
                    + " they reach. If it says that they no longer hold everything, stop again and run `multichat refill sqlite`. For the search index alone, start once with sqlite.search=false",
            "redis",
            "redis: delete the keys mc:{*} of the conversations that are named. The other stores answer meanwhile;"
                    + " `multichat refill redis` writes those that are live again",
            "sessions",
            "sessions: the snapshots contradict the messages. If the stores differ too, repair them first and verify again; if not, keep the"
                    + " state directory and the output of verify --json, and report both");
    private static final String OTHERWISE = ": run verify again when nothing is being written";

    private RepairPlan() {}

    /** @param stores the names of the stores with differences */
    static List<String> of(Set<String> stores) {
        List<String> plan = new ArrayList<>();
        if (!stores.isEmpty()) {
            plan.add("first, see that every connector runs and that nothing is being written, and run verify again");
        }
        stores.forEach(store -> plan.add(STEPS.getOrDefault(store, store + OTHERWISE)));
        return plan;
    }
}
