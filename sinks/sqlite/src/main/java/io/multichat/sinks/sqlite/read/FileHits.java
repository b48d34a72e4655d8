package io.multichat.sinks.sqlite.read;

import io.multichat.reading.MessagePage;
import io.multichat.reading.search.SearchCursor;
import io.multichat.reading.search.SearchPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** The first hits of one file, newest row first, bounded by number and bytes, and how many of them a page has taken. */
final class FileHits {
    private final int number;
    private final int limit;
    private final long maxBytes;
    private final List<Found> found = new ArrayList<>();
    private long bytes;
    private boolean more;
    private int taken;

    /**
     * A hit and its row.
     *
     * @param row {@code messages.id}
     * @param score its rank by relevance, the best one lowest; 0 if hits are not ranked
     * @param hit the hit to return
     */
    record Found(long row, double score, SearchPage.Hit hit) {
        private long sentAt() {
            return hit.message().position().sentAt();
        }

        private int length() {
            return hit.message().event().length;
        }
    }

    /**
     * No hits yet.
     *
     * @param number the number of the file
     * @param limit the maximum number of hits on a page
     * @param maxBytes the maximum total size of the events read from this file, except for a single larger one
     */
    FileHits(int number, int limit, long maxBytes) {
        this.number = number;
        this.limit = limit;
        this.maxBytes = maxBytes;
    }

    /**
     * Adds the next hit, unless there are enough for a page. The first hit always fits.
     *
     * @return false if the hit does not fit; no other may be added
     */
    boolean add(Found hit) {
        boolean fits = found.isEmpty() || (found.size() < limit && bytes + hit.length() <= maxBytes);
        if (fits) {
            found.add(hit);
            bytes += hit.length();
        }
        more = !fits;
        return fits;
    }

    /**
     * Merges the hits of all files into a page. The next hit comes from the file whose next hit was sent last, so the hits of
     * each file keep their order. The page ends early at its maximum size, and where the next hit of a file is not among those
     * read.
     *
     * @param before the cursor of this page
     */
    static SearchPage page(List<FileHits> files, Optional<SearchCursor> before, int limit) {
        List<SearchPage.Hit> hits = new ArrayList<>();
        long bytes = 0;
        SortedMap<Integer, Long> next =
                new TreeMap<>(before.map(SearchCursor::before).orElseGet(TreeMap::new));
        Optional<FileHits> newest = newest(files);
        while (newest.isPresent() && hits.size() < limit && files.stream().noneMatch(FileHits::isCutOff)) {
            Found found = newest.get().next();
            bytes += found.length();
            if (!hits.isEmpty() && bytes > MessagePage.MAX_BYTES) {
                break;
            }
            newest.get().taken++;
            hits.add(found.hit());
            next.put(newest.get().number, found.row());
            newest = newest(files);
        }
        boolean more = newest.isPresent() || files.stream().anyMatch(FileHits::isCutOff);
        return new SearchPage(
                hits, more ? Optional.of(new SearchCursor(next)) : Optional.empty(), OptionalLong.empty());
    }

    /** Merges the ranked hits of all files into the only page, the best first. It ends early at its maximum size. */
    static SearchPage best(List<FileHits> files, int limit) {
        List<Found> ranked = files.stream()
                .flatMap(file -> file.found.stream())
                .sorted(Comparator.comparingDouble(Found::score))
                .limit(limit)
                .toList();
        List<SearchPage.Hit> hits = new ArrayList<>();
        long bytes = 0;
        for (Found found : ranked) {
            bytes += found.length();
            if (!hits.isEmpty() && bytes > MessagePage.MAX_BYTES) {
                break;
            }
            hits.add(found.hit());
        }
        return new SearchPage(hits, Optional.empty(), OptionalLong.empty());
    }

    private static Optional<FileHits> newest(List<FileHits> files) {
        return files.stream()
                .filter(FileHits::hasNext)
                .max(Comparator.comparingLong(file -> file.next().sentAt()));
    }

    private boolean hasNext() {
        return taken < found.size();
    }

    /** True if all hits read from the file are taken, but the file has more. */
    private boolean isCutOff() {
        return more && !hasNext();
    }

    private Found next() {
        return found.get(taken);
    }
}
