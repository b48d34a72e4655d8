package io.multichat.jobs.imports.read;

import io.multichat.jobs.imports.source.FileListing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells files of equal names apart by the ends of their paths. */
final class DistinctPaths {
    private DistinctPaths() {}

    /**
     * For each file whose name another file has as well, the shortest end of its path that no other file has.
     *
     * @return the ends by path
     */
    static Map<String, String> of(List<FileListing> listings) {
        Map<String, String> distinct = new HashMap<>();
        List<String> paths = listings.stream()
                .flatMap(listing -> listing.paths().stream())
                .distinct()
                .toList();
        for (int names = 1; !paths.isEmpty(); names++) {
            paths = settle(paths, names, distinct);
        }
        return distinct;
    }

    /** @return the paths whose last names are not distinct yet */
    private static List<String> settle(List<String> paths, int names, Map<String, String> distinct) {
        Map<String, List<String>> byEnd = paths.stream().collect(Collectors.groupingBy(path -> end(path, names)));
        List<String> open = new ArrayList<>();
        byEnd.forEach((end, same) -> {
            for (String path : same) {
                if (same.size() > 1 && !path.equals(end)) {
                    open.add(path);
                } else if (names > 1) {
                    distinct.put(path, end);
                }
            }
        });
        return open;
    }

    private static String end(String path, int names) {
        int from = path.length();
        for (int i = 0; i < names && from > 0; i++) {
            from = path.lastIndexOf('/', from - 1);
        }
        return path.substring(Math.max(0, from + 1));
    }
}
