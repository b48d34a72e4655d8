package io.multichat.benchmarks.flink.identities;

import java.nio.ByteBuffer;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;

/**
 * Identities in heap state: one hash table per conversation, in an array, with linear probing. Heap state copies a changed value
 * after each checkpoint and writes all values at each checkpoint; a flat array makes both far cheaper than a map of objects.
 */
final class HeapIdentities implements Identities {
    /** The first long is the number of identities; then each slot has two longs, both 0 if it is empty. */
    private static final int HEAD = 1;

    private static final int FIRST_SLOTS = 8;

    private final ValueState<long[]> tables;

    HeapIdentities(RuntimeContext context) {
        tables = context.getState(
                new ValueStateDescriptor<>("identities", PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    @Override
    public boolean add(byte[] identity) throws Exception {
        ByteBuffer in = ByteBuffer.wrap(identity);
        long high = in.getLong();
        long low = in.getLong();
        long[] table = tables.value();
        if (table == null) {
            table = new long[HEAD + 2 * FIRST_SLOTS];
        }
        int slot = find(table, high, low);
        if (table[slot] == high && table[slot + 1] == low) {
            return false;
        }
        if (4 * (table[0] + 1) > 3L * slots(table)) {
            table = grown(table);
            slot = find(table, high, low);
        }
        table[slot] = high;
        table[slot + 1] = low;
        table[0]++;
        tables.update(table);
        return true;
    }

    /** The place of this identity, or an empty one for it. */
    private static int find(long[] table, long high, long low) {
        int mask = slots(table) - 1;
        int slot = (int) low & mask;
        while (true) {
            int at = HEAD + 2 * slot;
            boolean empty = table[at] == 0 && table[at + 1] == 0;
            if (empty || (table[at] == high && table[at + 1] == low)) {
                return at;
            }
            slot = slot + 1 & mask;
        }
    }

    private static long[] grown(long[] table) {
        long[] grown = new long[HEAD + 4 * slots(table)];
        grown[0] = table[0];
        for (int at = HEAD; at < table.length; at += 2) {
            if (table[at] != 0 || table[at + 1] != 0) {
                int to = find(grown, table[at], table[at + 1]);
                grown[to] = table[at];
                grown[to + 1] = table[at + 1];
            }
        }
        return grown;
    }

    private static int slots(long[] table) {
        return (table.length - HEAD) / 2;
    }
}
