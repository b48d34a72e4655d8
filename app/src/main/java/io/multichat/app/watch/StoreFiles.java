package io.multichat.app.watch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds files that others deleted from the stores, which the stores themselves notice only when they read them. Each look may be
 * answered from the last one, so that looking takes at most a hundredth of the time however many files there are. Used by one
 * thread.
 */
final class StoreFiles {
    private static final Logger LOG = LoggerFactory.getLogger(StoreFiles.class);
    private static final long PAUSES_PER_LOOK = 100;

    private final List<WatchedStore> stores;
    private List<String> missing = List.of();
    private long lookedAt = System.nanoTime();
    private long lookTook;

    StoreFiles(List<WatchedStore> stores) {
        this.stores = stores;
    }

    /** What is missing, one line for each store, with the remedy. Logs new lines. */
    List<String> missing() {
        long now = System.nanoTime();
        if (now - lookedAt >= lookTook * PAUSES_PER_LOOK) {
            List<String> found = look();
            found.stream().filter(line -> !missing.contains(line)).forEach(line -> LOG.warn("{}", line));
            missing = found;
            lookedAt = now;
            lookTook = System.nanoTime() - now;
        }
        return missing;
    }

    private List<String> look() {
        List<String> lines = new ArrayList<>();
        for (WatchedStore store : stores) {
            try {
                List<Path> files = store.missing().find();
                if (!files.isEmpty()) {
                    lines.add(line(store, files));
                }
            } catch (Exception e) {
                LOG.debug("The files of {} cannot be examined now", store.name(), e);
            }
        }
        return lines;
    }

    private static String line(WatchedStore store, List<Path> files) {
        String what = files.size() == 1
                ? files.get(0) + " was deleted or cut after its commit"
                : files.size() + " files were deleted or cut after their commit, the first of them " + files.get(0);
        return store.name() + " is incomplete: " + what + ". Restore from a backup, or stop, move " + store.location()
                + " elsewhere and start again: the sink then writes what the topics still hold. Until then, answers that"
                + " need such a file fail";
    }
}
