package io.multichat.benchmarks.child;

import io.multichat.app.embedded.broker.EmbeddedBroker;
import io.multichat.events.text.WholeNumbers;
import java.nio.file.Path;

/** Main method of the broker's process. Takes a folder and a port. */
public final class BrokerMain {
    /** Word that announces that the broker accepts requests. */
    public static final String READY = "ready";

    private BrokerMain() {}

    public static void main(String[] args) throws InterruptedException {
        ParentProcess parent = new ParentProcess();
        EmbeddedBroker broker = EmbeddedBroker.start(Path.of(args[0]), WholeNumbers.parseInt(args[1]));
        parent.say(READY, broker.bootstrapServers());
        String word = "";
        while (!word.equals(ParentProcess.GOODBYE)) {
            word = parent.nextWord();
        }
        broker.close();
    }
}
