package io.multichat.jobs.erase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.Conversation;
import io.multichat.events.erasure.ErasureMarker;
import io.multichat.jobs.erase.plan.ErasurePlan;
import io.multichat.jobs.erase.plan.PlannedErasure;
import io.multichat.jobs.erase.scan.CoveredEvents;
import io.multichat.jobs.erase.scan.HashedFiles;
import io.multichat.reading.erase.EntryCounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the stores hold of an erasure at one moment, and the hashes of their files, as it is noted in journals and receipts. */
final class StoreContents {
    private static final String SQLITE = "sqlite";

    private final ErasureStores stores;

    StoreContents(ErasureStores stores) {
        this.stores = stores;
    }

    /**
     * Counts, by store. The other stores are read at the same time, because each of them is read from end to end.
     *
     * @param sqlite what SQLite holds
     */
    Map<String, EntryCounts> counts(EntryCounts sqlite, List<PlannedErasure> erasures) {
        Map<Conversation, List<ErasureMarker>> markers = ErasurePlan.markers(erasures);
        Map<String, EntryCounts> counts = new LinkedHashMap<>();
        counts.put(SQLITE, sqlite);
        List<EntryCounts> others = stores.others().parallelStream()
                .map(store -> CoveredEvents.in(store, markers))
                .toList();
        for (int i = 0; i < others.size(); i++) {
            counts.put(stores.others().get(i).name(), others.get(i));
        }
        return counts;
    }

    /** The counts and the hashes of the files, as JSON. */
    ObjectNode snapshot(Map<String, EntryCounts> counts) {
        ObjectNode snapshot = JsonNodeFactory.instance.objectNode();
        counts.forEach((store, held) -> snapshot.withObject("/" + store).set("entries", json(held)));
        ObjectNode sqlite = snapshot.withObject("/" + SQLITE).putObject("files");
        HashedFiles.of(stores.sqliteFiles().get()).forEach(sqlite::put);
        ObjectNode archive = snapshot.withObject("/archive").putObject("files");
        HashedFiles.ofArchive(stores.archive()).forEach(archive::put);
        return snapshot;
    }

    /** Two snapshots, merged for a receipt: the counts before and after, and the files that differ. */
    static ObjectNode compared(ObjectNode before, ObjectNode after) {
        ObjectNode compared = JsonNodeFactory.instance.objectNode();
        after.fieldNames().forEachRemaining(store -> {
            ObjectNode merged = compared.putObject(store);
            merged.set("before", before.path(store).path("entries"));
            merged.set("after", after.path(store).path("entries"));
            files(merged, before.path(store).path("files"), after.path(store).path("files"));
        });
        return compared;
    }

    private static void files(ObjectNode merged, JsonNode before, JsonNode after) {
        Set<String> paths = new TreeSet<>();
        before.fieldNames().forEachRemaining(paths::add);
        after.fieldNames().forEachRemaining(paths::add);
        paths.removeIf(path -> before.path(path).equals(after.path(path)));
        for (String path : paths) {
            ObjectNode file = merged.withArray("files").addObject().put("path", path);
            file.set("sha256Before", before.get(path));
            file.set("sha256After", after.get(path));
        }
    }

    static ObjectNode json(EntryCounts counts) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("messages", counts.messages())
                .put("revisions", counts.revisions())
                .put("events", counts.events());
    }
}
