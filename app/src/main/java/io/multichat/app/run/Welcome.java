package io.multichat.app.run;

import io.multichat.app.data.RunFile;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/** What {@code dev} prints when everything runs: the addresses, and commands to try. */
record Welcome(DevOptions options, RunFile run, Stores stores) {
    void print(PrintStream out, long beganAtNanos) {
        double seconds = (System.nanoTime() - beganAtNanos) / 1e9;
        boolean defaultDir = options.dataDir().normalize().equals(Path.of("data"));
        String flag = defaultDir ? "" : " --data-dir " + options.dataDir();
        out.printf(Locale.ROOT, "%nMultichat is ready after %.1f s.%n%n", seconds);
        out.println("  Web page  " + run.server() + "/");
        out.println("  HTTP API  " + run.server());
        out.println("  Kafka     " + run.bootstrapServers());
        out.println("  Redis     " + hosts(run.redis()));
        out.println("  SQLite    " + stores.sqlite());
        out.println("  Archive   " + stores.archive());
        out.println();
        out.println("Open the web page in a browser, or try these in another terminal:");
        out.println();
        out.println("  ./multichat publish" + flag + " --platform slack --channel general --sender ada --text 'Hello'");
        out.println("  ./multichat sessions" + flag);
        out.println("  ./multichat show" + flag + " SESSION-ID");
        out.println("  ./multichat import" + flag + " --format jsonl --wait FILE");
        out.println();
        if (options.demoRate().isEmpty()) {
            out.println("No chat of your own yet? Restart with --demo to generate some.");
            out.println();
        }
        out.println("Press Ctrl-C to stop. Run the same command again to continue with the same data.");
        out.flush();
    }

    /** The part of a Redis URI that is not secret. */
    private static String hosts(String redisUri) {
        return redisUri.replaceFirst("^.*(//|@)", "");
    }
}
