package io.multichat.benchmarks.flink;

import io.multichat.app.settings.SessionSettings;
import io.multichat.app.settings.Settings;
import io.multichat.benchmarks.competitor.Assignment;
import io.multichat.benchmarks.competitor.Competitor;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The job: arrivals → by conversation → sessions → transcript and snapshots, exactly once, with parallelism 1. */
final class FlinkJob {
    private static final int POLL_RECORDS = 5_000;
    private static final int BATCH_BYTES = 128 << 10;
    private static final int LINGER_MS = 100;
    private static final int TRANSACTION_TIMEOUT_MS = 600_000;

    private FlinkJob() {}

    static StreamExecutionEnvironment build(Assignment assignment) {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(1, configuration(assignment));
        Settings settings = assignment.settings();
        Rules rules = new Rules(
                settings.get(SessionSettings.SESSION_GAP),
                settings.get(SessionSettings.SNAPSHOT_INTERVAL),
                settings.get(SessionSettings.CLOSE_SETTLE));
        environment
                .fromSource(source(assignment), WatermarkStrategy.noWatermarks(), "arrivals")
                .keyBy(arrival -> arrival.f0, Types.STRING)
                .process(new SessionFunction(assignment.competitor(), rules), TypeInformation.of(Output.class))
                .name("sessions")
                .sinkTo(sink(assignment))
                .name("outputs");
        return environment;
    }

    private static Configuration configuration(Assignment assignment) {
        Path folder = Path.of(assignment.stateDir());
        boolean heap = assignment.competitor() == Competitor.FLINK_HEAP;
        Configuration configuration = new Configuration();
        configuration.setString("pipeline.object-reuse", "true");
        configuration.setString("pipeline.generic-types", "false");
        configuration.setString("pipeline.auto-watermark-interval", "0 ms");
        configuration.setString("restart-strategy.type", "disable");
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, FlinkMain.CHECKPOINT_INTERVAL);
        configuration.setString("execution.checkpointing.mode", "EXACTLY_ONCE");
        configuration.setString("execution.checkpointing.storage", "filesystem");
        configuration.setString(
                "execution.checkpointing.dir",
                folder.resolve("checkpoints").toUri().toString());
        configuration.setString("execution.checkpointing.incremental", "true");
        configuration.setString("state.backend.type", heap ? "hashmap" : "rocksdb");
        configuration.setString(
                "state.backend.rocksdb.localdir", folder.resolve("rocksdb").toString());
        configuration.setString("state.backend.rocksdb.timer-service.factory", "HEAP");
        configuration.setString("state.backend.rocksdb.use-bloom-filter", "true");
        configuration.setString("state.backend.rocksdb.predefined-options", "FLASH_SSD_OPTIMIZED");
        configuration.setString("taskmanager.memory.managed.size", heap ? "0 mb" : "512 mb");
        return configuration;
    }

    private static KafkaSource<Tuple2<String, byte[]>> source(Assignment assignment) {
        return KafkaSource.<Tuple2<String, byte[]>>builder()
                .setBootstrapServers(assignment.bootstrapServers())
                .setTopics(assignment.input())
                .setGroupId(assignment.applicationId())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new ArrivalDecoder())
                .setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Integer.toString(POLL_RECORDS))
                .build();
    }

    private static KafkaSink<Output> sink(Assignment assignment) {
        Properties properties = new Properties();
        properties.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, ProducerMetrics.class.getName());
        properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, Integer.toString(TRANSACTION_TIMEOUT_MS));
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, Integer.toString(BATCH_BYTES));
        properties.put(ProducerConfig.LINGER_MS_CONFIG, Integer.toString(LINGER_MS));
        return KafkaSink.<Output>builder()
                .setBootstrapServers(assignment.bootstrapServers())
                .setKafkaProducerConfig(properties)
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix(assignment.applicationId())
                .setRecordSerializer(new OutputEncoder())
                .build();
    }
}
