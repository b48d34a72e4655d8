package io.multichat.benchmarks.flink.identities;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;

/** Identities in RocksDB: one record each, so that adding one does not rewrite the others. */
final class RocksDbIdentities implements Identities {
    private static final Byte KNOWN = 1;

    private final MapState<byte[], Byte> known;

    RocksDbIdentities(RuntimeContext context) {
        known = context.getMapState(new MapStateDescriptor<>(
                "identities", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO, Types.BYTE));
    }

    @Override
    public boolean add(byte[] identity) throws Exception {
        if (known.contains(identity)) {
            return false;
        }
        known.put(identity, KNOWN);
        return true;
    }
}
