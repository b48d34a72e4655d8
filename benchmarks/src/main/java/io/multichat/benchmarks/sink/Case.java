package io.multichat.benchmarks.sink;

import java.util.ArrayList;
import java.util.List;

/**
 * A shape with its name in tables.
 *
 * @param title how it differs from the usual shape
 */
record Case(String title, Shape shape) {
    private static final int LONG_BYTES = 2_048;
    private static final int LONGEST_BYTES = 16_384;
    private static final int FEW_CONVERSATIONS = 50;
    private static final int MANY_DAYS = 1_000;

    /**
     * The usual shape first, then shapes that differ from it in one respect.
     *
     * @param dated true for a store that is divided into days
     */
    static List<Case> all(long records, boolean dated) {
        Shape usual = Shape.usual(records);
        List<Case> cases = new ArrayList<>(List.of(
                new Case("usual", usual),
                new Case("batches of 500", usual.inBatchesOf(500)),
                new Case("batches of 5,000", usual.inBatchesOf(5_000)),
                new Case("messages of 2 KB", usual.withValuesOf(LONG_BYTES)),
                new Case("messages of 16 KB", usual.withValuesOf(LONGEST_BYTES)),
                new Case("50 conversations", usual.inConversations(FEW_CONVERSATIONS))));
        if (dated) {
            cases.add(new Case("1,000 days in order", usual.overDays(MANY_DAYS)));
        }
        return cases;
    }
}
