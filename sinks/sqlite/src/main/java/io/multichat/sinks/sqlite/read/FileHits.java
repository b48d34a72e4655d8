package io.multichat.sinks.sqlite.read;

import io.multichat.reading.SearchCursor;
import io.multichat.reading.SearchPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The hits of one file, newest row first, and how many of them a page has taken. */
final class FileHits {
    private final int number;
    private final List<Found> found;
    private int taken;

    /**
     * A hit and its row.
     *
     * @param row {@code messages.id}
     * @param hit the hit to return
     */
    record Found(long row, SearchPage.Hit hit) {
        private long sentAt() {
            return hit.message().position().sentAt();
        }
    }

    /** @param number the number of the file */
    FileHits(int number, List<Found> found) {
        this.number = number;
        this.found = found;
    }

    /**
     * Merges the hits of all files into a page. The next hit comes from the file whose next hit was sent last, so the hits of
     * each file keep their order.
     *
     * @param files the hits of each file; one more than {@code limit} if there are more
     * @param before the cursor of this page
     */
    static SearchPage page(List<FileHits> files, Optional<SearchCursor> before, int limit) {
        List<SearchPage.Hit> hits = new ArrayList<>();
        SortedMap<Integer, Long> next =
                new TreeMap<>(before.map(SearchCursor::before).orElseGet(TreeMap::new));
        Optional<FileHits> newest = newest(files);
        while (newest.isPresent() && hits.size() < limit) {
            Found found = newest.get().take();
            hits.add(found.hit());
            next.put(newest.get().number, found.row());
            newest = newest(files);
        }
        return new SearchPage(hits, newest.map(more -> new SearchCursor(next)));
    }

    private static Optional<FileHits> newest(List<FileHits> files) {
        return files.stream()
                .filter(FileHits::hasNext)
                .max(Comparator.comparingLong(file -> file.next().sentAt()));
    }

    private boolean hasNext() {
        return taken < found.size();
    }

    private Found next() {
        return found.get(taken);
    }

    private Found take() {
        return found.get(taken++);
    }
}
