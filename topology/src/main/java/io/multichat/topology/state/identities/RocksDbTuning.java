package io.multichat.topology.state.identities;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompactionStyle;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.FlushOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.IngestExternalFileOptions;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksObject;
import org.rocksdb.WriteOptions;

/**
 * The RocksDB options for identities: those that Kafka Streams uses for its own stores, plus filters on every level, because
 * nearly every lookup is for a missing key. The application's {@code rocksdb.config.setter} is applied last, so that its limit
 * on the memory of the process includes this store.
 *
 * <p>Must stay open as long as the database.
 */
final class RocksDbTuning implements AutoCloseable {
    /** Small, because only notes go through RocksDB's memory. */
    private static final long WRITE_BUFFER_BYTES = 64L << 10;

    private static final long CACHE_BYTES = 8L << 20;
    private static final int FILTER_BITS = 10;

    private static final String SETTER_NAME = StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG;
    private static final ConfigDef SETTER =
            new ConfigDef().define(SETTER_NAME, ConfigDef.Type.CLASS, null, ConfigDef.Importance.LOW, SETTER_NAME);

    static {
        RocksDB.loadLibrary();
    }

    private final String store;
    private final Options options = new Options();
    private final Cache cache = new LRUCache(CACHE_BYTES);
    private final BloomFilter filter = new BloomFilter(FILTER_BITS);
    private final Optional<RocksDBConfigSetter> setter;
    private final DBOptions database;
    private final ColumnFamilyOptions family;
    private final WriteOptions writing = new WriteOptions().setDisableWAL(true);
    private final FlushOptions flushing = new FlushOptions().setWaitForFlush(true);
    private final IngestExternalFileOptions ingesting = new IngestExternalFileOptions().setMoveFiles(true);
    private final ReadOptions walking = new ReadOptions().setFillCache(false);

    /** @param config the application's configuration */
    RocksDbTuning(String store, Map<String, Object> config) {
        this.store = store;
        options.setTableFormatConfig(
                new BlockBasedTableConfig().setBlockCache(cache).setFilterPolicy(filter));
        options.setCreateIfMissing(true);
        options.setAtomicFlush(true);
        options.setInfoLogLevel(InfoLogLevel.ERROR_LEVEL);
        options.setIncreaseParallelism(Math.max(Runtime.getRuntime().availableProcessors(), 2));
        options.setCompressionType(CompressionType.NO_COMPRESSION);
        options.setCompactionStyle(CompactionStyle.UNIVERSAL);
        options.setWriteBufferSize(WRITE_BUFFER_BYTES);
        setter = Optional.ofNullable(new AbstractConfig(SETTER, config, false)
                .getConfiguredInstance(SETTER_NAME, RocksDBConfigSetter.class));
        setter.ifPresent(each -> each.setConfig(store, options, config));
        database = new DBOptions(options);
        family = new ColumnFamilyOptions(options);
    }

    Options options() {
        return options;
    }

    DBOptions database() {
        return database;
    }

    ColumnFamilyOptions family() {
        return family;
    }

    /** Options without a write-ahead log: a flush follows. */
    WriteOptions writing() {
        return writing;
    }

    FlushOptions flushing() {
        return flushing;
    }

    /** Options that move a file into the database instead of copying it. */
    IngestExternalFileOptions ingesting() {
        return ingesting;
    }

    /** Options for a walk over all identities, which must not displace frequently read blocks from the cache. */
    ReadOptions walking() {
        return walking;
    }

    @Override
    public void close() {
        setter.ifPresent(each -> each.close(store, options));
        for (RocksObject each :
                List.of(database, family, writing, flushing, ingesting, walking, options, filter, cache)) {
            each.close();
        }
    }
}
