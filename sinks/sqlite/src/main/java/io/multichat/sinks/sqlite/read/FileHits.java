package io.multichat.sinks.sqlite.read;

import io.multichat.reading.SearchCursor;
import io.multichat.reading.SearchPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The hits of one file, newest row first, of which some are taken into a page. */
final class FileHits {
    private final int number;
    private final List<Found> found;
    private int taken;

    /**
     * One hit.
     *
     * @param row its {@code messages.id}
     * @param hit what is shown
     */
    record Found(long row, SearchPage.Hit hit) {
        private long sentAt() {
            return hit.message().position().sentAt();
        }
    }

    /** @param number the file's */
    FileHits(int number, List<Found> found) {
        this.number = number;
        this.found = found;
    }

    /**
     * One page of the hits of all files. Of several files the one whose next hit was sent last comes next, so that each keeps its order.
     *
     * @param files one more hit of each than the page holds, where there are more
     * @param before where this page began
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
