package io.multichat.app.embedded.broker;

import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.publisher.MetadataPublisher;
import org.apache.kafka.metadata.BrokerRegistration;

/**
 * Waits, as a reader of the cluster's metadata, for a broker to be fenced: then it leads no partition. A broker that was never
 * registered counts as fenced. Thread-safe.
 */
final class FencedBroker implements MetadataPublisher {
    private final int node;
    private final CompletableFuture<Void> fenced = new CompletableFuture<>();
    private volatile OptionalLong unfencedEpoch = OptionalLong.empty();

    FencedBroker(int node) {
        this.node = node;
    }

    /** Completes at the first metadata in which the broker is fenced. */
    Future<Void> fenced() {
        return fenced;
    }

    /** The epoch of the broker's registration while it is not fenced; empty also before the first metadata. */
    OptionalLong unfencedEpoch() {
        return unfencedEpoch;
    }

    @Override
    public String name() {
        return "FencedBroker";
    }

    // The first image is complete: it is published when the log has been read to its end.
    @Override
    public void onMetadataUpdate(MetadataDelta delta, MetadataImage image, LoaderManifest manifest) {
        BrokerRegistration registration = image.cluster().broker(node);
        if (registration == null || registration.fenced()) {
            unfencedEpoch = OptionalLong.empty();
            fenced.complete(null);
        } else {
            unfencedEpoch = OptionalLong.of(registration.epoch());
        }
    }

    /** Called by Kafka at the end; there is nothing to release. */
    @Override
    public void close() {}
}
