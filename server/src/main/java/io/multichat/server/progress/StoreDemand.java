package io.multichat.server.progress;

/** What a question demands of the stores that answer it. */
public interface StoreDemand {
    /** No demand. */
    StoreDemand NONE = new StoreDemand() {
        @Override
        public void prepare() {}

        @Override
        public void require(String store) {}
    };

    /**
     * Finds out what the stores must hold. Asks Kafka and the topology, but no store.
     *
     * @throws BehindException if the topology has not processed the events yet
     * @throws io.multichat.reading.StoreException if Kafka or an instance cannot be asked
     */
    void prepare();

    /**
     * Requires that a store holds it. Call {@link #prepare} before.
     *
     * @throws BehindException if the store does not
     * @throws io.multichat.reading.StoreException if the store cannot be asked
     */
    void require(String store);
}
