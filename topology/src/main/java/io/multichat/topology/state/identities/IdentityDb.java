package io.multichat.topology.state.identities;

import io.multichat.events.text.WholeNumbers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.streams.KeyValue;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;

/**
 * The identities of a partition in RocksDB: one column family per era, which is dropped as a whole when its retention is over.
 *
 * <p>Eras are dropped according to the hours of arrival that are written. This works in the same way during processing, during a
 * restore and on a standby, without any record in the changelog. An identity that is still present counts as a duplicate,
 * whatever its age.
 */
final class IdentityDb implements AutoCloseable {
    private static final String ERA = "until-";
    private static final long BATCH_BYTES = 1 << 20;
    private static final byte[] NOTE = {0};

    private final RocksDbTuning tuning;
    private final IdentityRetention retention;
    private final NavigableMap<Integer, ColumnFamilyHandle> eras = new TreeMap<>();
    private final ColumnFamilyHandle notes;
    private final RocksDB db;
    private long droppedEras;

    /** The position at which a walk continues: an era and an identity in it. */
    record Place(int era, byte[] identity) {
        static final Place START = new Place(Integer.MIN_VALUE, new byte[0]);
    }

    /**
     * Opens the database, or creates it.
     *
     * @param tuning closed with the database
     */
    IdentityDb(Path directory, RocksDbTuning tuning, IdentityRetention retention) throws RocksDBException {
        this.tuning = tuning;
        this.retention = retention;
        List<ColumnFamilyDescriptor> families = new ArrayList<>();
        families.add(new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, tuning.family()));
        for (byte[] name : RocksDB.listColumnFamilies(tuning.options(), directory.toString())) {
            if (!Arrays.equals(name, RocksDB.DEFAULT_COLUMN_FAMILY)) {
                families.add(new ColumnFamilyDescriptor(name, tuning.family()));
            }
        }
        List<ColumnFamilyHandle> opened = new ArrayList<>();
        this.db = RocksDB.open(tuning.database(), directory.toString(), families, opened);
        this.notes = opened.get(0);
        for (ColumnFamilyHandle each : opened.subList(1, opened.size())) {
            String name = new String(each.getName(), StandardCharsets.US_ASCII);
            eras.put(WholeNumbers.parseInt(name.substring(ERA.length())), each);
        }
    }

    /**
     * Writes each identity of these blocks as an entry of its own, then the note. Writing a block again changes nothing. After a
     * crash, the last note that is there has all identities that were written before it, and perhaps some that came later.
     */
    void write(Iterable<KeyValue<byte[], byte[]>> blocks, Optional<byte[]> note) throws RocksDBException {
        try (WriteBatch batch = new WriteBatch()) {
            for (KeyValue<byte[], byte[]> block : blocks) {
                IdentityBlock.<RocksDBException>read(
                        block.key,
                        block.value,
                        (identity, sentAt, hour) -> batch.put(
                                era(hour),
                                identity,
                                ByteBuffer.allocate(Long.BYTES).putLong(sentAt).array()));
                if (batch.getDataSize() > BATCH_BYTES) {
                    db.write(tuning.writing(), batch);
                    batch.clear();
                }
            }
            if (note.isPresent()) {
                batch.put(notes, NOTE, note.get());
            }
            db.write(tuning.writing(), batch);
        }
    }

    /** The column family for arrivals of this hour. Creating a new one drops the eras that are too old by then. */
    private ColumnFamilyHandle era(int hour) throws RocksDBException {
        int era = retention.era(hour);
        ColumnFamilyHandle family = eras.get(era);
        if (family == null) {
            byte[] name = (ERA + era).getBytes(StandardCharsets.US_ASCII);
            family = db.createColumnFamily(new ColumnFamilyDescriptor(name, tuning.family()));
            eras.put(era, family);
            NavigableMap<Integer, ColumnFamilyHandle> old = eras.headMap(retention.lastRemovableEra(hour), true);
            for (ColumnFamilyHandle each : old.values()) {
                db.dropColumnFamily(each);
                each.close();
                droppedEras++;
            }
            old.clear();
        }
        return family;
    }

    /** Number of eras dropped since the database was opened. */
    long droppedEras() {
        return droppedEras;
    }

    /** The time of an identity, UTC milliseconds; empty when it is not stored. */
    OptionalLong sentAt(byte[] identity) throws RocksDBException {
        for (ColumnFamilyHandle each : eras.descendingMap().values()) {
            byte[] sentAt = db.get(each, identity);
            if (sentAt != null) {
                return OptionalLong.of(ByteBuffer.wrap(sentAt).getLong());
            }
        }
        return OptionalLong.empty();
    }

    /**
     * Visits up to {@code limit} identities. A complete walk visits all that were stored when it began, and perhaps newer ones.
     *
     * @return where to continue; empty after the last identity
     */
    Optional<Place> walk(Place from, int limit, Consumer<byte[]> visitor) throws RocksDBException {
        int left = limit;
        for (Map.Entry<Integer, ColumnFamilyHandle> era :
                eras.tailMap(from.era(), true).entrySet()) {
            try (RocksIterator each = db.newIterator(era.getValue(), tuning.walking())) {
                for (each.seek(era.getKey() == from.era() ? from.identity() : new byte[0]);
                        each.isValid();
                        each.next()) {
                    if (left == 0) {
                        return Optional.of(new Place(era.getKey(), each.key()));
                    }
                    visitor.accept(each.key());
                    left--;
                }
                each.status();
            }
        }
        return Optional.empty();
    }

    /** Estimated number of identities. */
    long size() throws RocksDBException {
        long size = 0;
        for (ColumnFamilyHandle each : eras.values()) {
            size += db.getLongProperty(each, "rocksdb.estimate-num-keys");
        }
        return size;
    }

    /** The last note that was written; empty if there is none. */
    Optional<byte[]> note() throws RocksDBException {
        return Optional.ofNullable(db.get(notes, NOTE));
    }

    /** Flushes to disk and closes the database. */
    @Override
    public void close() {
        eras.values().forEach(ColumnFamilyHandle::close);
        notes.close();
        db.close();
        tuning.close();
    }
}
