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
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.EnvOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.SstFileWriter;

/**
 * The identities of a partition in RocksDB: one column family per era, which is dropped as a whole when its retention is over.
 *
 * <p>Identities are written in sorted runs: files that RocksDB takes over as they are, without its log and its memory. Eras are
 * dropped according to the hours of arrival that are written. This works in the same way during processing, during a
 * restore and on a standby, without any record in the changelog. An identity that is still present counts as a duplicate,
 * whatever its age.
 */
final class IdentityDb implements AutoCloseable {
    private static final String ERA = "until-";
    private static final String RUN = "next-run";
    private static final byte[] NOTE = {0};

    private final Path directory;
    private final RocksDbTuning tuning;
    private final IdentityRetention retention;
    private final NavigableMap<Integer, ColumnFamilyHandle> eras = new TreeMap<>();
    private final ColumnFamilyHandle notes;
    private final RocksDB db;
    private final ByteBuffer key = ByteBuffer.allocateDirect(Identity.BYTES);
    private final ByteBuffer value = ByteBuffer.allocateDirect(Long.BYTES);
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
        this.directory = directory;
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
     * Writes identities, then the note. Writing an identity again changes nothing. Everything is on disk afterwards; after a crash
     * in between, the last note that is there has all identities that were written before it, and perhaps some that came later.
     */
    void write(IdentityRun run, Optional<byte[]> note) throws RocksDBException {
        for (Map.Entry<Integer, IdentityTable> era : run.eras().entrySet()) {
            Path file = directory.resolve(RUN);
            try (EnvOptions environment = new EnvOptions();
                    SstFileWriter writer = new SstFileWriter(environment, tuning.options())) {
                writer.open(file.toString());
                era.getValue().<RocksDBException>forEach((high, low, sentAt) -> {
                    key.clear().putLong(high).putLong(low).flip();
                    value.clear().putLong(sentAt).flip();
                    writer.put(key, value);
                });
                writer.finish();
            }
            db.ingestExternalFile(family(era.getKey()), List.of(file.toString()), tuning.ingesting());
        }
        dropEras(retention.lastRemovableEra(run.newestHour()));
        if (note.isPresent()) {
            db.put(notes, tuning.writing(), NOTE, note.get());
            db.flush(tuning.flushing(), notes);
        }
    }

    private ColumnFamilyHandle family(int era) throws RocksDBException {
        ColumnFamilyHandle family = eras.get(era);
        if (family == null) {
            byte[] name = (ERA + era).getBytes(StandardCharsets.US_ASCII);
            family = db.createColumnFamily(new ColumnFamilyDescriptor(name, tuning.family()));
            eras.put(era, family);
        }
        return family;
    }

    private void dropEras(int last) throws RocksDBException {
        NavigableMap<Integer, ColumnFamilyHandle> old = eras.headMap(last, true);
        for (ColumnFamilyHandle each : old.values()) {
            db.dropColumnFamily(each);
            each.close();
            droppedEras++;
        }
        old.clear();
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
